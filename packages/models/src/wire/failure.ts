import { z } from "zod";

/**
 * How an attempt failed, as far as it may be known: the raw error of an SDK holds headers, and bodies may quote the
 * prompt. `hay` is only ever searched, never shown.
 */
export interface Failure {
  /** Status of the answer; null where there was none. */
  readonly status: number | null;
  /** Code of a connection that failed, such as `ECONNREFUSED`. */
  readonly connection: string | null;
  /** Code, type, parameter and start of the message, in lower case. */
  readonly hay: string;
  readonly headers: Headers;
}

const textOrNumber = z.union([z.string(), z.number()]).nullish().catch(null);
const body = z.object({
  code: textOrNumber,
  type: textOrNumber,
  param: textOrNumber,
  message: textOrNumber,
  details: z.object({ error_code: textOrNumber }).nullish().catch(null),
});
const thrown = z.object({
  status: z.number().nullish().catch(null),
  headers: z.instanceof(Headers).nullish().catch(null),
  error: z.unknown().optional(),
});
const nested = z.object({ error: z.unknown().optional() });
const coded = z.object({ code: z.string().nullish().catch(null), cause: z.unknown().optional() });

/** Enough to recognise what a server complains of, short enough that an echo of the prompt behind it is not read. */
const longestHay = 400;

/** Reads what an SDK threw, or the `error` that a server put into an answer of status 200. */
export function toFailure(error: unknown): Failure {
  const parsed = thrown.safeParse(error);
  const {
    status = null,
    headers = null,
    error: content,
  } = parsed.success ? parsed.data : { error: undefined };
  return {
    status,
    connection: status === null ? findConnectionCode(error) : null,
    hay: toHay(content ?? error),
    headers: headers ?? new Headers(),
  };
}

/** Anthropic's SDK keeps the whole body, OpenAI's what stands in its `error`. */
function toHay(content: unknown): string {
  const inner = nested.safeParse(content);
  const parsed = body.safeParse(inner.success && inner.data.error !== undefined ? inner.data.error : content);
  if (!parsed.success) return typeof content === "string" ? content.slice(0, longestHay).toLowerCase() : "";
  const { code, type, param, message, details } = parsed.data;
  return [code, type, param, details?.error_code, String(message ?? "").slice(0, longestHay)]
    .join(" ")
    .toLowerCase();
}

function findConnectionCode(error: unknown): string | null {
  let current = error;
  for (let depth = 0; depth < 6; depth++) {
    const parsed = coded.safeParse(current);
    if (!parsed.success) return null;
    if (typeof parsed.data.code === "string") return parsed.data.code;
    current = parsed.data.cause;
  }
  return null;
}

const errorInAnswer = z.object({ error: z.looseObject({ code: textOrNumber }) });

/** The failure in the body of an answer of status 200, as routers between providers give it; null where there is none. */
export function readFailureInAnswer(data: unknown): Failure | null {
  const parsed = errorInAnswer.safeParse(data);
  if (!parsed.success) return null;
  const { error } = parsed.data;
  const status = Number(error.code);
  return { ...toFailure({ error }), connection: null, status: status >= 400 && status < 600 ? status : 500 };
}
