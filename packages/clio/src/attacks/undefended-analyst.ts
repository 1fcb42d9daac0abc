import { createRandom, parseJson } from "@observatory/core";
import { z } from "zod";
import type { Analyst, ClusterName, ClusterToName } from "../analyst.ts";
import { namePrompt } from "../model-analyst/prompts/name-prompt.ts";
import { createObedientAnalyst, type ObedientAnalystOptions } from "./obedient-analyst.ts";
import { createObedientModel } from "./obedient-model.ts";

const nameSchema = z.object({ name: z.string(), description: z.string() });

/**
 * The obedient analyst as it would be if nothing came after the model: its sample is not split, and what it answers is taken as it is,
 * with no check of form, words or personal data.
 */
export function createUndefendedAnalyst(options: ObedientAnalystOptions): Analyst {
  const analyst = createObedientAnalyst(options);
  const model = createObedientModel(options, createRandom(options.seed ?? 0).fork("obedient"));
  const name = async ({ members, outsiders, children }: ClusterToName): Promise<readonly ClusterName[]> => {
    const prompt = namePrompt(
      { members, outsiders, children, avoid: [] },
      { facet: "request", temperature: 1 },
    );
    const answer = parseJson((await model.generate(prompt)).text);
    const read = answer.ok ? nameSchema.safeParse(answer.value) : null;
    return read?.success ? [{ ...read.data, source: "model" }] : [];
  };
  const { id, keys } = analyst;
  return {
    ...analyst,
    id: `${id} undefended`,
    keys: { ...keys, names: `${keys.names} undefended`, hierarchy: `${keys.hierarchy} undefended` },
    nameClusters: async (clusters) => {
      const names: (readonly ClusterName[])[] = [];
      for (const cluster of clusters) names.push(await name(cluster));
      return names;
    },
  };
}
