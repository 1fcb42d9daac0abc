import { InputError } from "@observatory/core";
import type { CrepeReport } from "./crepe-report.ts";

/**
 * Throws InputError where a report has nothing to tell: no results, or only of other items, or damaged ones.
 *
 * @param paths what was evaluated, for the hint
 */
export function requireResults(
  { benchmark, scorers, warnings }: CrepeReport,
  paths: readonly string[],
): void {
  if (scorers.some(({ stale }) => !stale)) return;
  const hint = `Make them: observatory crepe evaluate ${paths.join(" ")} --scorer chance blind openai:ViT-B/32 (or any other scorer).`;
  const [first] = warnings;
  if (scorers.length > 0)
    throw new InputError(`all results of ${benchmark.name} are for other items than the present ones`, {
      hint,
    });
  if (first !== undefined)
    throw new InputError(
      `no results of ${benchmark.name} can be used (${warnings.length} files; ${first.file}: ${first.reason})`,
      { hint },
    );
  throw new InputError(`${benchmark.name} has no results yet`, { hint });
}
