import { parseJson, UsageError, type ModelPrice } from "@observatory/core";
import { z } from "zod";

const dollars = z.number().nonnegative().max(100_000);
const rates = {
  input: dollars,
  cachedInput: dollars.optional(),
  cacheWrite: dollars.optional(),
  output: dollars,
};
const file = z.record(
  z.string().min(1),
  z.strictObject({
    ...rates,
    longPrompt: z.strictObject({ ...rates, aboveTokens: z.number().int().positive() }).optional(),
  }),
);

/**
 * Reads a user's file of prices: a JSON object from the name of a model, or the start of it, to US dollars per million
 * tokens. Where `cachedInput` or `cacheWrite` is left out, it is as much as `input`. Throws UsageError that says where.
 *
 * @example
 * parsePrices('{"claude-haiku-4-5": {"input": 1, "cachedInput": 0.1, "cacheWrite": 1.25, "output": 5}}');
 */
export function parsePrices(text: string): Readonly<Record<string, ModelPrice>> {
  const json = parseJson(text);
  if (!json.ok) throw toError("it is not JSON");
  const parsed = file.safeParse(json.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? "the top" : issue.path.join(".");
    throw toError(`at ${place}: ${issue?.message ?? "not as expected"}`);
  }
  return Object.fromEntries(
    Object.entries(parsed.data).map(([name, { longPrompt, ...price }]) => [
      name,
      longPrompt === undefined
        ? fill(price)
        : { ...fill(price), longPrompt: { ...fill(longPrompt), aboveTokens: longPrompt.aboveTokens } },
    ]),
  );
}

type Rates = z.infer<z.ZodObject<typeof rates>>;

function fill({ input, cachedInput = input, cacheWrite = input, output }: Rates): ModelPrice {
  return { input, cachedInput, cacheWrite, output };
}

function toError(what: string): UsageError {
  return new UsageError(`the file of prices cannot be used: ${what}`, {
    hint: 'Write {"MODEL": {"input": 1, "cachedInput": 0.1, "cacheWrite": 1.25, "output": 5}}, in US dollars per million tokens.',
  });
}
