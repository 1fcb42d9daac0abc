import { ModelError } from "@observatory/core";
import { withDeadline } from "../calling/with-deadline.ts";
import { toConnectionError, toStatusError } from "./hub-errors.ts";

/** HTTP to one hub, with its failures as ModelErrors that say nothing that came over the wire. */
export interface HubRequester {
  /** Follows redirects; the token stays with the hub. Throws ModelError where no answer comes. */
  get(
    url: string,
    options: { readonly headers: Record<string, string>; readonly signal: AbortSignal | undefined },
  ): Promise<Response>;
  /** Whether the hub says that it has no such thing, or none for this user. */
  isAbsent(response: Response): boolean;
  /** Throws ModelError for a refusal to give `about`. */
  requireOk(response: Response, about: string): Promise<void>;
  /** What comes, to its end. Throws ModelError where it is cut or stops coming. */
  chunksOf(response: Response, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array>;
}

export function createHubRequester({
  baseUrl,
  token,
  silenceMs,
}: {
  readonly baseUrl: string;
  readonly token: string | undefined;
  readonly silenceMs: number;
}): HubRequester {
  const authorization: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  const patience = { timeoutMs: silenceMs, onTimeout: () => toConnectionError(baseUrl, "silence") };
  const hasToken = token !== undefined;
  return {
    get: async (url, { headers, signal }) => {
      try {
        return await withDeadline(
          (inner) =>
            fetch(url, { headers: { ...headers, ...authorization }, signal: inner, redirect: "follow" }),
          { ...patience, signal },
        );
      } catch (cause) {
        signal?.throwIfAborted();
        throw cause instanceof ModelError ? cause : toConnectionError(baseUrl, cause);
      }
    },
    // Hugging Face answers 401 for what is not there to those whom it does not know.
    isAbsent: ({ status }) => status === 404 || (status === 401 && !hasToken),
    requireOk: async (response, about) => {
      if (response.ok) return;
      await response.body?.cancel();
      throw toStatusError(response, { baseUrl, about, hasToken });
    },
    chunksOf: async function* (response, signal) {
      const reader = response.body?.getReader();
      if (reader === undefined) return;
      try {
        for (;;) {
          const { done, value } = await withDeadline(() => reader.read(), { ...patience, signal });
          if (done) return;
          yield value;
        }
      } catch (cause) {
        signal?.throwIfAborted();
        throw cause instanceof ModelError ? cause : toConnectionError(baseUrl, "cut");
      } finally {
        // What was not read is not waited for.
        void reader.cancel().catch(() => {});
      }
    },
  };
}
