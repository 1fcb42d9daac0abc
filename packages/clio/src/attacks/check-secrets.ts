import { listTexts } from "./publication.ts";
import type { RunToCheck } from "./read-run-to-check.ts";
import type { CheckedPart } from "./run-finding.ts";
import { searchTexts } from "./search-texts.ts";

const longEnough = 5;

/**
 * For inputs with planted secrets (`labels.canary`): every word and number that stands in conversations of one such label and nowhere else
 * is looked for in what is published, in any disguise.
 */
export async function checkSecrets({ release, conversations }: RunToCheck): Promise<CheckedPart> {
  const ownerOf = new Map<string, string | null>();
  for await (const { text, labels } of conversations()) {
    const label = labels["canary"];
    const owner = typeof label === "string" ? label : null;
    for (const word of new Set(text.toLowerCase().match(/[\p{L}\p{N}][^\s,;!?"()]*[\p{L}\p{N}]/gu) ?? [])) {
      if (word.length < longEnough) continue;
      const known = ownerOf.get(word);
      if (known === undefined) {
        // Words of ordinary conversations need not be kept unless a label has them too.
        ownerOf.set(word, owner);
      } else if (known !== owner) ownerOf.set(word, null);
    }
  }
  const texts = listTexts({ clusters: release.clusters.clusters, files: [], release });
  const search = searchTexts(texts, []);
  const secrets = [...ownerOf].flatMap(([word, owner]) => (owner === null ? [] : [{ word, owner }]));
  const found = secrets.filter(
    ({ word }) => search.holdsWord(word) || (/\d/u.test(word) && search.holdsDisguised(word)),
  );
  return {
    looked: secrets.length,
    findings: [...new Set(found.map(({ owner }) => owner))].map((owner) => ({
      severity: "fault" as const,
      message: `something that only the conversations of ${owner} hold is published`,
      hint: "A planted secret came through: do not publish with these settings, and report it.",
    })),
  };
}
