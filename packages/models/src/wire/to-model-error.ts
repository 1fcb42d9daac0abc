import { ModelError, type ModelErrorKind } from "@observatory/core";
import { toFailure, type Failure } from "./failure.ts";
import type { Provider } from "./provider.ts";
import { readAnthropicLimits, readOpenAiLimits } from "./rate-limits.ts";
import { readRetryAfter } from "./retry-after.ts";

const tooLong =
  /context[ _](?:length|window|size|limit)|prompt is too long|input is too long|too many (?:input )?tokens|maximum context|exceed_context|request_too_large|reduce the length|greater than the context/u;
const filtered = /content[ _](?:filter|policy|management)|content_filter|safety system|responsible ?ai/u;
const outOfCredit = /insufficient_quota|credit balance|spend[ _]limit|billing|enforced_spend/u;
const overloaded = /overloaded/u;

const timedOut: ReadonlySet<string> = new Set([
  "ETIMEDOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const unreachable: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"]);
/** Certificates that do not convince, and a port that does not speak TLS: no further attempt fares better. */
const untrusted =
  /^(?:CERT_|ERR_TLS_CERT_|ERR_SSL_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_(?:GET_ISSUER_CERT|VERIFY_LEAF_SIGNATURE)|HOSTNAME_MISMATCH)/u;

/**
 * The error that the rest of the project sees. Says who failed and how, and nothing that came over the wire: no
 * message of the server, no header, no raw error as its cause, for each may hold a prompt, an answer or a key.
 */
export function toModelError(failure: Failure, provider: Provider, nowMs = Date.now()): ModelError {
  const { status } = failure;
  const { kind, what, hint } =
    status === null ? describeConnection(failure, provider) : describeStatus(failure, provider);
  const place = `${provider.name} (${provider.model})`;
  return new ModelError(`${place} ${what}${status === null ? "" : ` (status ${status})`}`, {
    kind,
    retryAfterMs: readRetryAfter(failure.headers, nowMs) ?? readReset(failure, nowMs),
    ...(hint === undefined ? {} : { hint }),
  });
}

/** Where too many calls were made and no wait is asked for: until the rate limits say that there is room again. */
function readReset({ status, headers }: Failure, nowMs: number): number | null {
  if (status !== 429) return null;
  const limits = [readAnthropicLimits(headers, nowMs), readOpenAiLimits(headers)];
  const empty = limits.find((limit) => limit.remainingRequests === 0 || limit.remainingTokens === 0);
  return empty?.resetMs ?? null;
}

/** The error for an answer that is not what the protocol promises. Worth another try: it may have been cut. */
export function toUnreadableError(provider: Provider): ModelError {
  return new ModelError(`${provider.name} (${provider.model}) answered something that is not its protocol`, {
    kind: "server",
    hint: `Is ${provider.origin} really a server of this kind? ${provider.addressHint}`,
  });
}

/** The error for an attempt that was broken off after its time. */
export function toTimeOutError(provider: Provider, timeoutMs: number): ModelError {
  const seconds = Math.round(timeoutMs / 1000);
  return new ModelError(`${provider.name} (${provider.model}) did not answer within ${seconds} s`, {
    kind: "time-out",
  });
}

/** Whatever an attempt threw as the error that the rest of the project sees. */
export function toAdapterError(error: unknown, provider: Provider): ModelError {
  if (error instanceof ModelError) return error;
  // The message of a SyntaxError quotes the answer.
  if (error instanceof SyntaxError) return toUnreadableError(provider);
  return toModelError(toFailure(error), provider);
}

/**
 * The failure where a server refused how it was asked, so that asking in another way may help; null for every other
 * failure, such as a prompt that is too long.
 */
export function toRefusal(error: unknown): Failure | null {
  const failure = toFailure(error);
  const { status, hay } = failure;
  if (status !== 400 && status !== 422) return null;
  return [tooLong, filtered, outOfCredit].some((pattern) => pattern.test(hay)) ? null : failure;
}

interface Description {
  readonly kind: ModelErrorKind;
  readonly what: string;
  readonly hint?: string;
}

function describeConnection({ connection }: Failure, { origin }: Provider): Description {
  const code = connection === null ? "" : ` (${connection})`;
  if (connection !== null && timedOut.has(connection)) {
    return { kind: "time-out", what: `took too long to answer${code}` };
  }
  if (connection !== null && unreachable.has(connection)) {
    return {
      kind: "connection",
      what: `cannot be reached${code}`,
      hint: `Is the server running at ${origin}?`,
    };
  }
  if (connection !== null && untrusted.test(connection)) {
    return {
      kind: "request",
      what: `cannot be trusted or does not speak TLS${code}`,
      hint: `Check https:// in ${origin}; for a certificate of your own name its authority in NODE_EXTRA_CA_CERTS.`,
    };
  }
  return {
    kind: "connection",
    what: `broke the connection${code}`,
    hint: `Check the connection to ${origin}.`,
  };
}

function describeStatus({ status, hay }: Failure, provider: Provider): Description {
  if (outOfCredit.test(hay) || status === 402) {
    return {
      kind: "request",
      what: "refused for lack of credit",
      hint: `Add credit or raise the spend limit of the account at ${provider.origin}.`,
    };
  }
  switch (status) {
    case 401:
    case 403:
      return {
        kind: "authentication",
        what: status === 401 ? "refused the key" : "does not allow this key to use the model",
        hint: `Set ${provider.keyVariable} to a key that is valid at ${provider.origin}.`,
      };
    case 404:
      return {
        kind: "request",
        what: "does not know the model or the address",
        hint: `Check the name of the model ("${provider.model}"). ${provider.addressHint}`,
      };
    case 408:
      return { kind: "time-out", what: "took too long" };
    case 413:
      return { kind: "too-long", what: "refused the prompt as too long" };
    case 429:
      return { kind: "rate-limit", what: "asks for fewer calls", hint: "Lower --concurrency." };
    case 409:
    case 425:
      return { kind: "server", what: "was not ready" };
  }
  if (status !== null && status >= 500) {
    const busy = status === 529 || status === 503 || overloaded.test(hay);
    return busy ? { kind: "overloaded", what: "is overloaded" } : { kind: "server", what: "failed" };
  }
  if (tooLong.test(hay)) {
    return {
      kind: "too-long",
      what: "refused the prompt as too long",
      hint: "Use a model, or start the server, with a larger context.",
    };
  }
  if (filtered.test(hay)) return { kind: "filtered", what: "refused the prompt by its content filter" };
  return {
    kind: "request",
    what: "refused the request",
    hint: `Check that the model "${provider.model}" answers chat requests. ${provider.addressHint}`,
  };
}
