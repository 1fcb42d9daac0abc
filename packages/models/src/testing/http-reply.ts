/** What is sent back: a whole reply, or one of two ways to leave a caller without one. */
export type HttpReply =
  | {
      readonly kind: "whole";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly text: string;
      /** Called where the reply was handed to a connection that is still open. */
      readonly onSent?: () => void;
    }
  /** The connection stays open and silent. */
  | { readonly kind: "hang" }
  /** The connection breaks after the first half of the text. */
  | { readonly kind: "cut"; readonly text: string };

/** A reply of JSON. */
export function replyJson(
  body: unknown,
  options: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): HttpReply {
  return {
    kind: "whole",
    status: options.status ?? 200,
    headers: { "content-type": "application/json", ...options.headers },
    text: JSON.stringify(body),
  };
}

/** One request as handlers see it. */
export interface HttpRequest {
  readonly method: string;
  /** Without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body. Throws ProviderFailure `too-large` where it has more bytes. */
  read(maxBytes: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Aborted when the caller is gone or the server closes. */
  readonly signal: AbortSignal;
}
