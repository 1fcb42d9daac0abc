import type { Analyst } from "../analyst.ts";
import { namingModes } from "../names.ts";
import { createObedientAnalyst, type ObedientAnalystOptions } from "./obedient-analyst.ts";
import { createUndefendedAnalyst } from "./undefended-analyst.ts";

/** The obedient analyst with the defence off, and with it on for each way to name, in the order of `namingModes`. */
export interface AttackedAnalysts {
  readonly undefended: Analyst;
  readonly defended: readonly Analyst[];
}

/**
 * Makes them. All read conversations alike, so that a run reads them once.
 *
 * @param read what they read, where it is not what the obedient analyst does
 */
export function createAttackedAnalysts(
  obedience: ObedientAnalystOptions,
  read: { readonly key: string; readonly extractFacets?: Analyst["extractFacets"] } = { key: "obedient" },
): AttackedAnalysts {
  const withFacets = (analyst: Analyst): Analyst => ({
    ...analyst,
    keys: { ...analyst.keys, facets: read.key },
    ...(read.extractFacets ? { extractFacets: read.extractFacets } : {}),
  });
  return {
    undefended: withFacets(createUndefendedAnalyst(obedience)),
    defended: namingModes.map((naming) => withFacets(createObedientAnalyst({ ...obedience, naming }))),
  };
}
