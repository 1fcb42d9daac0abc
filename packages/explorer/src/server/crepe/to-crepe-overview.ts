import { loadReport } from "@observatory/crepe/release/load";
import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import type { CrepeIndex } from "./crepe-index.ts";
import { countFacets } from "./count-facets.ts";

/** What is known of a benchmark without its items. The report is that of `crepe report` with its default seed. */
export async function toCrepeOverview(
  index: CrepeIndex,
  options: { readonly signal?: AbortSignal } = {},
): Promise<CrepeOverview> {
  const { directory, record, audit, items, images, scorers, warnings } = index;
  const report = await loadReport([directory], options);
  const known = new Set(scorers.map(({ head }) => head.scorer.id));
  return {
    record,
    audit,
    // The index looks closer at the files than a report does.
    report: {
      ...report,
      scorers: report.scorers.filter(({ results }) => known.has(results.scorer.id)),
      warnings,
    },
    items: items.length,
    images: images.size,
    facets: countFacets(items.map(({ traits }) => traits)),
    sample: null,
  };
}
