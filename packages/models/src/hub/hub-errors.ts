import { ModelError } from "@observatory/core";
import { readRetryAfter } from "../wire/retry-after.ts";

const offline =
  "Without a network, bring the model's folder and name its parent: --models-dir DIR (docs/models-by-name.md).";
const goOn = "What came is kept: run the same command again.";

/** Nobody there, or no way there: another try at once fares no better. */
const unreachable =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|CERT|TLS|SSL/u;

/** The error where no answer came, or not the whole of one: `silence`, `cut`, or what fetch threw. */
export function toConnectionError(baseUrl: string, cause: unknown): ModelError {
  const { host } = new URL(baseUrl);
  if (cause === "silence")
    return new ModelError(`${host} says nothing any more`, { kind: "time-out", hint: goOn });
  if (cause === "cut")
    return new ModelError(`the connection to ${host} was cut`, { kind: "server", hint: goOn });
  const code = findCode(cause);
  if (code !== null && !unreachable.test(code))
    return new ModelError(`the connection to ${host} failed (${code})`, { kind: "server", hint: goOn });
  const why = code === null ? "" : ` (${code})`;
  return new ModelError(`the hub ${host} cannot be reached${why}`, {
    kind: "connection",
    hint: `Check the network, and HF_ENDPOINT where it is set. ${offline}`,
  });
}

/** The error for an answer that is a refusal of `about`. */
export function toStatusError(
  { status, headers }: Response,
  {
    baseUrl,
    about,
    hasToken,
  }: { readonly baseUrl: string; readonly about: string; readonly hasToken: boolean },
): ModelError {
  const { host } = new URL(baseUrl);
  const retryAfterMs = readRetryAfter(headers, Date.now());
  if (status === 429) {
    return new ModelError(`${host} has been asked too often (status 429)`, {
      kind: "rate-limit",
      retryAfterMs,
      hint: hasToken ? `Wait. ${goOn}` : `Wait, or set HF_TOKEN: known users may ask more often. ${goOn}`,
    });
  }
  if (status >= 500 || status === 408)
    return new ModelError(`${host} failed (status ${status})`, { kind: "server", retryAfterMs, hint: goOn });
  if (status === 403 || headers.get("x-error-code") === "GatedRepo") {
    return new ModelError(`${host} does not give ${about} to everyone (status ${status})`, {
      kind: "authentication",
      hint: hasToken
        ? "Ask for access on its page; HF_TOKEN must be of one who has it."
        : "Ask for access on its page, then set HF_TOKEN.",
    });
  }
  if (status === 401) {
    return new ModelError(
      `${host} does not accept ${hasToken ? "this HF_TOKEN" : "unknown users"} (status 401)`,
      {
        kind: "authentication",
        hint: hasToken
          ? "Make a new one in the settings of your account, or unset it: models of the list are public."
          : "Set HF_TOKEN.",
      },
    );
  }
  return new ModelError(`${host} did not give ${about} (status ${status})`, {
    kind: "request",
    hint: offline,
  });
}

/** The code of the first error behind this one that has one. */
function findCode(error: unknown): string | null {
  for (let one = error; one instanceof Error; one = one.cause) {
    if ("code" in one && typeof one.code === "string" && /^[A-Z_]+$/u.test(one.code)) return one.code;
    if (one instanceof AggregateError && one.errors.length > 0) return findCode(one.errors[0]);
  }
  return null;
}
