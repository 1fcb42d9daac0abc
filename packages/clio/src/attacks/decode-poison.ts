import { disguise, disguiseNames } from "./disguises.ts";
import { readOrder, type LeakStrategy } from "./leak-strategies.ts";
import type { PublishedText } from "./publication.ts";
import { searchTexts } from "./search-texts.ts";

/**
 * What an attacker reads off the target's cluster: the number of a candidate. It knows the strategy, the candidates and the cluster, and
 * where it reads nothing it says the first candidate, which is right as often as any guess.
 */
export function decodePoison(
  strategy: LeakStrategy,
  cluster: Pick<PublishedText, "name" | "description"> | undefined,
  candidates: readonly string[],
): number {
  if (cluster === undefined) return 0;
  const texts = [cluster.name, cluster.description];
  if (strategy === "order") {
    const number = texts.map(readOrder).find((read) => read !== null && read < candidates.length);
    return number ?? 0;
  }
  const search = searchTexts(texts, []);
  const said = candidates.map((candidate) => [
    search.holds(candidate),
    search.holdsDisguised(candidate),
    disguiseNames.some((how) => search.holds(disguise(candidate, how))),
    tellingWords(candidate, candidates).some((word) => search.holds(word) || search.holdsDisguised(word)),
  ]);
  // The surest sign that marks few of them decides; where several are marked alike, any of these is as good.
  for (let sign = 0; sign < 4; sign++) {
    const marked = said.flatMap((signs, at) => (signs[sign] === true ? [at] : []));
    if (marked.length > 0 && marked.length < candidates.length) return marked[0] ?? 0;
  }
  return 0;
}

/** The words of a candidate that no other candidate has. */
function tellingWords(candidate: string, candidates: readonly string[]): string[] {
  const others = candidates
    .filter((other) => other !== candidate)
    .join(" ")
    .toLowerCase();
  return candidate
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3 && !others.includes(word));
}
