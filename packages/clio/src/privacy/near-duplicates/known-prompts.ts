import { sha256, UsageError } from "@observatory/core";
import { toTokens } from "./to-tokens.ts";

/** Texts that a product itself puts before its users: suggested prompts, buttons, the frame of a template. */
export interface KnownPrompts {
  /** Tokens of each, by the first of them, the longest first. */
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly count: number;
  /** Of the tokens in an order of their own; null where there are none. */
  readonly hash: string | null;
}

export const noKnownPrompts: KnownPrompts = { byFirst: new Map(), count: 0, hash: null };

const mostPrompts = 10_000;
const longestPrompt = 4_000;

/**
 * Reads known prompts: one a line; empty lines and lines that begin with "# " are passed over. Throws UsageError that names the
 * line.
 *
 * @example
 * parseKnownPrompts("Track my order\nWrite a poem about\n").count; // 2
 */
export function parseKnownPrompts(text: string): KnownPrompts {
  const prompts = new Map<string, readonly string[]>();
  for (const [index, line] of text
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u)
    .entries()) {
    const prompt = line.trim();
    if (prompt === "" || /^#(?: |$)/u.test(prompt)) continue;
    if (prompt.length > longestPrompt)
      throw toError(index + 1, `it is longer than ${longestPrompt} characters`);
    const tokens = toTokens(prompt);
    if (tokens.length === 0) throw toError(index + 1, "it has no word");
    prompts.set(tokens.join(" "), tokens);
    if (prompts.size > mostPrompts) throw toError(index + 1, `there are more than ${mostPrompts} prompts`);
  }
  if (prompts.size === 0) throw toError(null, "there is no prompt in it");
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const tokens of [...prompts.values()].toSorted((a, b) => b.length - a.length)) {
    const [first = ""] = tokens;
    byFirst.set(first, [...(byFirst.get(first) ?? []), tokens]);
  }
  return { byFirst, count: prompts.size, hash: sha256([...prompts.keys()].toSorted().join("\n")) };
}

/** The tokens that are left of a text without the known prompts in it, from left to right, the longest first. */
export function withoutKnownPrompts(tokens: readonly string[], { byFirst }: KnownPrompts): readonly string[] {
  if (byFirst.size === 0) return tokens;
  const left: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at] ?? "";
    const prompt = byFirst.get(token)?.find((one) => one.every((each, index) => tokens[at + index] === each));
    if (prompt === undefined) left.push(token);
    at += prompt?.length ?? 1;
  }
  return left;
}

function toError(line: number | null, what: string): UsageError {
  const where = line === null ? "" : `line ${line}: `;
  return new UsageError(`the file of known prompts cannot be used: ${where}${what}`, {
    hint: "Write one prompt of your product a line, as its users send it.",
  });
}
