/** What errors of an adapter say about whom it talks to. Never holds a key. */
export interface Provider {
  /** As people call it: `Anthropic`, `OpenAI`, or `the server` for another one that speaks its protocol. */
  readonly name: string;
  readonly model: string;
  /** Scheme, host and port. */
  readonly origin: string;
  /** Where the command takes the key from. */
  readonly keyVariable: string;
  /** What to try where nothing is found at the address. */
  readonly addressHint: string;
}

/** Scheme, host and port of a URL, without a user, a password or a path; `the given URL` where it is none. */
export function toOrigin(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : "the given URL";
}

/** What every adapter may be told. */
export interface AdapterOptions {
  readonly model: string;
  /** Of another server that speaks the protocol. */
  readonly baseUrl?: string | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Of one attempt; five minutes unless told. */
  readonly timeoutMs?: number | undefined;
}
