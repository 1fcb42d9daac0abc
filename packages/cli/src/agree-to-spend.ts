import { UsageError, type ModelPrice } from "@observatory/core";
import { createInterface } from "node:readline/promises";
import { writeLines, type CommandContext } from "./context.ts";

export interface Spending {
  readonly flags: { readonly yes?: boolean | undefined; readonly budget?: number | undefined };
  /** Of every model that may be asked; null where it is not known. */
  readonly prices: readonly (ModelPrice | null)[];
  /** What is said where nobody can be asked. */
  readonly refusal: { readonly message: string; readonly hint: string };
  /** What it would take, for a person. */
  readonly describe: () => Promise<readonly string[]>;
}

/**
 * Asks a person before money is spent. Nothing is asked where nothing is paid, where `--yes` or a `--budget` was given.
 * Throws UsageError where nobody can be asked, and where the answer is no.
 */
export async function agreeToSpend(spending: Spending, context: CommandContext): Promise<void> {
  if (!mustAsk(spending, context)) return;
  writeLines(context, ["", ...(await spending.describe()), ""]);
  if (await askPerson("Go on? [y/N] ", context.signal)) return;
  throw new UsageError("nothing was done", {
    hint: "--yes goes on without asking, --budget USD bounds the price.",
  });
}

/** Whether a person has to be asked before money is spent. Throws UsageError where that must be and nobody is there. */
export function mustAsk(
  { flags, prices, refusal }: Omit<Spending, "describe">,
  { environment }: Pick<CommandContext, "environment">,
): boolean {
  const isPaid = prices.some((price) => price === null || price.input > 0 || price.output > 0);
  if (!isPaid || flags.yes === true || flags.budget !== undefined) return false;
  if (environment.interactive) return true;
  throw new UsageError(refusal.message, { hint: refusal.hint });
}

async function askPerson(question: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*y(?:es)?\s*$/iu.test(await lines.question(question, { signal }));
  } finally {
    lines.close();
  }
}
