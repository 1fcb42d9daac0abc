/** Words of no subject: they neither tell texts apart nor bring them together. */
const stopWords: ReadonlySet<string> = new Set(
  `a about above after again all also although always am an and answer answers any anyone anything are around as ask asked asking asks at away
  back be because been before being below best better between both but by call called came can cannot certain clear come
  could day did didn different do does doesn doing don done down during each either else enough etc even ever every everything explain few
  find first following for from further general get gets getting give given gives go goes going good got had happen
  has have having he hello help helped helping her here hers hey hi him his how however if in include included
  including into is it its itself just keep kind know last learn less let like likely little ll long look looking made
  main make makes making many may maybe me mean mention mentioned might mine more most much must my name near need needed
  needs new next no none nor not nothing now of off often ok okay on once one only onto or other others our out over
  own people per please possible put question questions quite rather re really related related right said same say says
  see seem seems several shall she should show since so some someone something sometimes soon still such sure take tell
  than thank thanks that the their them then there these they thing things think this those though through time to
  together too topic topics tried try trying two type under until up upon us use used useful user users using usually
  various ve very via want wanted wants was way ways we well were what whatever when where whether which while who whose
  why will wish with within without word words work would wrote yes yet you your yours aren couldn hasn haven im isn ive shouldn wasn whats won wouldn d m s t`.split(
    /\s+/u,
  ),
);

const segmenter = new Intl.Segmenter("en", { granularity: "word" });
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The words of a text in lower case, in their order, of any script. */
export function toWords(text: string): string[] {
  const runs =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) =>
    // Only where words are not parted by spaces: the segmenter takes quadratic time on long texts.
    spaceless.test(run) ? [...segmenter.segment(run.slice(0, 1000))].map(({ segment }) => segment) : [run],
  );
}

/** The words of a text that say what it is about: no stop-words, no single Latin letters, no numbers. */
export function toContentWords(text: string): string[] {
  return toWords(text).filter((word) => !stopWords.has(word) && !/^[a-z]{1,2}$|\p{N}/u.test(word));
}

/** A key that the usual forms of an English word share. */
export function toStem(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const stem = word
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(?<=[a-z]{3})ing$/, "")
    .replace(/(?<=[a-z]{3})ed$/, "")
    .replace(/(?<=[^su])s$/, "")
    .replace(/([bdgmnprt])\1$/, "$1");
  return stem.length > 3 ? stem.replace(/e$/, "") : stem;
}

/** The stems of what a text is about, each once. */
export function toStems(text: string): Set<string> {
  return new Set(toContentWords(text).map(toStem));
}

/** How many stems two sets share. */
export function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared;
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[]): string {
  const head = words.slice(0, -1).join(", ");
  return head === "" ? (words[0] ?? "") : `${head} and ${words.at(-1) ?? ""}`;
}

/** Orders texts by their code units: the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
