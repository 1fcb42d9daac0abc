import type { LanguageModel } from "@observatory/core";
import type { AnalystCallOptions, AuditRating, ClusterName } from "../analyst.ts";
import { ask } from "./ask.ts";
import { toFivePoints } from "./answers/to-five-points.ts";
import { mapItems } from "./map-items.ts";
import { auditAnswer, auditPrompt } from "./prompts/audit-prompt.ts";

/** How private each name with its description is; null where two answers did not fit. */
export async function auditNames(
  model: LanguageModel,
  names: readonly ClusterName[],
  { temperature, ...options }: AnalystCallOptions & { readonly temperature: number },
): Promise<readonly (AuditRating | null)[]> {
  const audit = async (name: ClusterName, call: AnalystCallOptions): Promise<AuditRating | null> => {
    const { value } = await ask(
      model,
      {
        request: auditPrompt(name, { temperature }),
        answer: auditAnswer,
        read: ({ rating }) => toFivePoints(rating),
      },
      call,
    );
    return value;
  };
  return mapItems(names, audit, { ...options, concurrency: model.concurrency });
}
