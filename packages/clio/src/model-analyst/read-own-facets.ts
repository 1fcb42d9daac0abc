import { z } from "zod";
import type { OwnFacet, OwnValues } from "../facets/own/own-facet.ts";
import { longestRequest } from "../facets/request/summarize-request.ts";
import { cleanSummary } from "./answers/clean-summary.ts";
import { listOf, wholeNumber } from "./answers/lenient.ts";
import { misfit, type Misfit, type Read } from "./misfit.ts";
import { mostCategories, type OwnAnswer } from "./prompts/own-prompt.ts";

/** What could be read off an answer, and the first thing that did not fit. */
export interface OwnReading {
  readonly values: OwnValues;
  readonly misfit: Misfit | null;
}

const longestCategory = 60;
const text = z.string();
const list = listOf(z.string(), { most: 30 });
const rating = wholeNumber(1, 5);

/**
 * Values of the user's own facets off an answer: summaries cleaned as the built-in ones are, labels off a closed list
 * dropped. A facet of which the conversation says nothing has no value, which is no misfit.
 *
 * @param names of people, which the conversation gives away
 */
export function readOwnFacets(
  answer: OwnAnswer,
  own: readonly OwnFacet[],
  names: readonly string[],
): OwnReading {
  const values: Record<string, OwnValues[string]> = {};
  let first: Misfit | null = null;
  for (const facet of own) {
    const read = readValue(answer[facet.name], facet, names);
    if (!read.fits) first ??= read;
    else if (read.value !== "") values[facet.name] = read.value;
  }
  return { values, misfit: first };
}

function readValue(value: unknown, facet: OwnFacet, names: readonly string[]): Read<OwnValues[string]> {
  const wrong = misfit("schema", `${facet.name}: it is not as the schema has it`);
  switch (facet.kind) {
    case "summary": {
      const { data } = text.safeParse(value);
      return data === undefined
        ? wrong
        : { fits: true, value: cleanSummary(data, { longest: longestRequest, names }) };
    }
    case "categories": {
      const { data } = list.safeParse(value);
      if (data === undefined) return wrong;
      const kept = toCategories(data, facet.values, names);
      return kept.length === 0 && data.length > 0
        ? misfit("off-list", `${facet.name}: none of it can be used as a label`)
        : { fits: true, value: kept };
    }
    case "rating": {
      const { data } = rating.safeParse(value);
      return data === undefined ? wrong : { fits: true, value: data };
    }
    default:
      return facet satisfies never;
  }
}

/** Labels as the list has them, or cleaned where there is no list; each once, whatever its case. */
function toCategories(
  given: readonly string[],
  values: readonly string[] | undefined,
  names: readonly string[],
): readonly string[] {
  const listed = new Map(values?.map((value) => [keyOf(value), value]));
  const labels = new Map<string, string>();
  for (const label of given) {
    const kept =
      values === undefined
        ? cleanSummary(label, { longest: longestCategory, names })
        : (listed.get(keyOf(label)) ?? "");
    if (kept !== "" && !labels.has(keyOf(kept))) labels.set(keyOf(kept), kept);
  }
  return [...labels.values()].slice(0, mostCategories);
}

function keyOf(label: string): string {
  return label.trim().toLowerCase();
}
