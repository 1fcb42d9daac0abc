import type { PublishedCluster } from "../release/schema.ts";
import type { RunToCheck } from "./read-run-to-check.ts";
import type { CheckedPart, RunFinding } from "./run-finding.ts";

/** Words in a row that are looked for. */
const longestRow = 8;
/** So many words in a row, written by few, are a quotation. */
const quotation = 6;

/** One n-gram of a published text. */
interface Gram {
  readonly words: number;
  /** The first accounts of the cluster that wrote it, at most as many as must. */
  readonly inCluster: Set<string>;
}

/**
 * Every row of one to eight words of a published name or description: how many accounts of its cluster wrote it. A word that few accounts
 * of the cluster and few of the whole input wrote is a fault, and so is a row of six that few wrote. Shorter rows that few wrote are
 * notes: words that many use may stand side by side by chance. What nobody wrote is the namer's own and tells of nobody.
 */
export async function checkTexts({ release, conversations, signal }: RunToCheck): Promise<CheckedPart> {
  const least = release.release.supportRule.minAccounts;
  const wanted = new Map(release.clusters.clusters.map((cluster) => [cluster.id, listGrams(cluster)]));
  const anywhere = new Map<string, Set<string>>();
  for (const grams of wanted.values())
    for (const [text, { words }] of grams) if (words === 1) anywhere.set(text, new Set());
  for await (const { account, text, path } of conversations()) {
    signal.throwIfAborted();
    const written = listRows(text);
    for (const row of written) note(anywhere.get(row), account, least);
    for (const id of path) {
      const grams = wanted.get(id);
      if (grams === undefined) continue;
      for (const row of written) note(grams.get(row)?.inCluster, account, least);
    }
  }
  const findings: RunFinding[] = [];
  let looked = 0;
  for (const { id, name } of release.clusters.clusters) {
    for (const [text, { words, inCluster }] of wanted.get(id) ?? []) {
      looked++;
      if (inCluster.size === 0 || inCluster.size >= least) continue;
      const isRare = words === 1 && (anywhere.get(text)?.size ?? 0) < least;
      const isFault = isRare || words >= quotation;
      if ((!isFault && words === 1) || isOfNamer(text)) continue;
      findings.push({
        severity: isFault ? "fault" : "note",
        message: `"${text}" in "${name}" was written by ${inCluster.size} of the cluster's accounts, fewer than ${least}`,
        hint: isFault
          ? "Run again with a higher --min-accounts, or leave these conversations out; if the rule let it pass, report it."
          : "Its words are used by enough; look whether together they tell of somebody.",
      });
    }
  }
  return { looked, findings };
}

/** Words with which a namer speaks of a cluster, whoever its members are. */
const namersWords = new Set(
  "a an and or the of in to for from with on by at as is are was were what how it that this other several mixed few many user people ask request subject topic languag question want help get about find write use give".split(
    " ",
  ),
);

/** Whether a row is the namer's wording, or words of others held together by it: `dogs and`. */
function isOfNamer(row: string): boolean {
  const words = row.split(" ");
  if (words.length >= quotation) return words.every((word) => namersWords.has(word));
  return namersWords.has(words[0] ?? "") || namersWords.has(words.at(-1) ?? "");
}

function note(accounts: Set<string> | undefined, account: string, most: number): void {
  if (accounts !== undefined && accounts.size < most) accounts.add(account);
}

function listGrams({ name, description }: PublishedCluster): Map<string, Gram> {
  const grams = new Map<string, Gram>();
  for (const text of [name, description])
    for (const row of listRows(text)) grams.set(row, { words: row.split(" ").length, inCluster: new Set() });
  return grams;
}

/** Rows of one to eight words that stand side by side, without regard to case, marks and the plain endings of English. */
function listRows(text: string): Set<string> {
  const words = (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).map(withoutEnding);
  const rows = new Set<string>();
  for (let start = 0; start < words.length; start++)
    for (let length = 1; length <= longestRow && start + length <= words.length; length++)
      rows.add(words.slice(start, start + length).join(" "));
  return rows;
}

function withoutEnding(word: string): string {
  if (/^\p{L}{3}s$/u.test(word)) return word.slice(0, -1);
  return word.length < 5 ? word : word.replace(/(?:ies|ied|ying)$/u, "y").replace(/(?:ing|ed|es|s|e)$/u, "");
}
