import { UsageError, type LanguageModel, type ModelPrice } from "@observatory/core";
import { findNearPriced, isLoopbackUrl } from "@observatory/models";
import type { ModelFlags } from "./model-options.ts";

/** Whether this machine serves a model itself, so that its calls cost nothing. */
export function isServedHere(modelId: string, baseUrl: ModelFlags["baseUrl"]): boolean {
  const url = modelId.startsWith("anthropic") ? baseUrl?.anthropic : baseUrl?.openai;
  return url !== undefined && isLoopbackUrl(url);
}

/** Throws UsageError where a budget is given for a model without a known price. */
export function requireBoundedBudget(
  { budget }: Pick<ModelFlags, "budget">,
  models: readonly { readonly model: Pick<LanguageModel, "id">; readonly price: ModelPrice | null }[],
): void {
  const unpriced = models.find(({ price }) => price === null);
  if (budget === undefined || unpriced === undefined) return;
  throw new UsageError(`no price is known for ${unpriced.model.id}, so a budget cannot be kept`, {
    hint: `${checkName(unpriced.model.id)} Give its price by --prices FILE, or leave --budget out.`,
  });
}

/** Asks for another look at the name of a model without a price. */
export function checkName(modelId: string): string {
  const near = findNearPriced(modelId);
  return near.length === 0 ? "Check the name." : `Check the name; near to it are ${near.join(", ")}.`;
}
