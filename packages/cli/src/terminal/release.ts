import type { Release, ReleaseFile } from "@observatory/clio";
import { formatCount } from "./format.ts";
import { toTerminalText } from "./paint.ts";
import { toTreeLines, type TreeOptions } from "./tree.ts";

/** A release as a page of text: what was analysed and by what, the tree, and what is not shown. */
export function toReleaseLines({ release, clusters }: Release, options: TreeOptions): string[] {
  const { paint } = options;
  const { totals, thresholds, withheld, routes } = release;
  const accounts = release.accountProtection
    ? `${formatCount(totals.accounts)} accounts`
    : "not all with an account";
  const lexical =
    routes.lexical === 0 ? "" : `; ${formatCount(routes.lexical)} in other languages by spelling alone`;
  return [
    `${formatCount(totals.conversations)} conversations, ${accounts}, by ${toTerminalText(release.analyst)} and ${toTerminalText(release.embedder)}${lexical}`,
    paint(
      "dim",
      describeRule(release) ??
        `preset ${release.preset}: a cluster needs ${thresholds.minConversations} conversations of ${thresholds.minAccounts} accounts; counts are multiples of ${thresholds.roundTo}`,
    ),
    ...(release.accountProtection
      ? []
      : [paint("yellow", "no account protection: one person may stand behind a whole cluster")]),
    "",
    ...toTreeLines(clusters.clusters, options),
    "",
    paint(
      "dim",
      `not shown: ${withheld.belowThreshold} clusters under a threshold, ${withheld.complementary} to protect them, ${withheld.unnamed} without a publishable name`,
    ),
    ...describeNames(release).map((line) => paint("dim", line)),
  ];
}

/** What protects people where noise does; null where thresholds do. */
function describeRule({ differentialPrivacy: privacy }: ReleaseFile): string | null {
  if (privacy === null) return null;
  return `differential privacy: epsilon ${privacy.epsilon}, delta ${privacy.delta} by ${privacy.unit}; chats are accounts, each once a cluster, off by about ${Math.round(privacy.sizeDeviation)}`;
}

/** Who wrote the shown names, and what the auditor made of them; nothing where no model took part. */
function describeNames({ names, audit }: ReleaseFile): string[] {
  if (audit === null) return [];
  const shown = names.first + names.again;
  const unrated = audit.unrated === 0 ? "" : `, ${audit.unrated} shown names without a rating`;
  return [
    `names: ${shown - names.byRule} by the model, ${names.byRule} of counted words; auditor: ${audit.rated} rated, ${audit.refused} refused${unrated}`,
  ];
}
