import type { ClusterName, ClusterToNameLexically } from "../analyst.ts";
import { detectLanguage } from "../facets/language/detect-language.ts";
import { isPublicWord } from "../privacy/public-vocabulary.ts";
import { sureLogOdds } from "./contrast.ts";
import { isForeignStopWord } from "./foreign-stop-words.ts";
import { longestName } from "./longest-name.ts";

/** The language that most members of a cluster are written in. */
export interface MainLanguage {
  /** ISO 639-1. */
  readonly code: string;
  /** Full English name. */
  readonly name: string;
  /** Share of the members that were looked at, 0 to 1. */
  readonly share: number;
}

const membersDetected = 100;

/** The main language of a cluster other than English, or null where it is English or cannot be told. */
export function foreignLanguageOf(members: readonly string[]): MainLanguage | null {
  const counts = new Map<string, { name: string; count: number }>();
  let detected = 0;
  for (const text of members.slice(0, membersDetected)) {
    const language = detectLanguage(text.slice(0, 400));
    if (language === null) continue;
    detected++;
    const known = counts.get(language.code) ?? { name: language.name, count: 0 };
    known.count++;
    counts.set(language.code, known);
  }
  // Short English texts are now and then taken for other languages, hardly ever the other way round.
  if ((counts.get("en")?.count ?? 0) >= detected * 0.4) return null;
  const [main] = [...counts].toSorted(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  return main === undefined
    ? null
    : { code: main[0], name: main[1].name, share: main[1].count / Math.max(1, detected) };
}

/** Words of the members of one cluster, with the number of members that use each. */
export type KeywordCounts = ReadonlyMap<string, number>;

const segmenter = new Intl.Segmenter("en", { granularity: "word" });
const charactersRead = 500;
const ideographic = /\p{Script=Han}/u;
const syllabic = /^[\p{Script=Hiragana}ー]+$/u;
const placeholder = /[[<{][A-Z][A-Z0-9_ -]*[\]>}]/gu;

/** Cuts texts of any script into words, lower case, small words and digits left out. */
export function countKeywords(members: readonly string[], languageCode: string): KeywordCounts {
  const counts = new Map<string, number>();
  for (const text of members) {
    const words = new Set<string>();
    for (const { segment, isWordLike } of segmenter.segment(
      text.slice(0, charactersRead).replace(placeholder, " "),
    )) {
      const word = segment.toLowerCase();
      if (isWordLike === true && isKeyword(word, languageCode)) words.add(word);
    }
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const otherScripts: ReadonlySet<string> = new Set([
  "ru",
  "uk",
  "bg",
  "sr",
  "mk",
  "kk",
  "be",
  "ar",
  "fa",
  "he",
  "hi",
  "bn",
  "th",
  "ja",
  "zh",
  "ko",
  "el",
  "ka",
  "hy",
  "ur",
  "ta",
  "te",
]);

function isKeyword(word: string, languageCode: string): boolean {
  if (
    !/^\p{L}[\p{L}\p{M}'’-]*$/u.test(word) ||
    word.length > 24 ||
    isForeignStopWord(word, languageCode) ||
    // Small English words, as of a title that is quoted: they need no support, so nothing else would keep them out.
    isPublicWord(word) ||
    syllabic.test(word)
  )
    return false;
  // English words in texts of another script are quotes, code or brands.
  if (/^[a-z]/u.test(word) && otherScripts.has(languageCode)) return false;
  const least = ideographic.test(word) || /[\p{Script=Katakana}\p{Script=Hangul}]/u.test(word) ? 2 : 4;
  return word.length >= least;
}

/**
 * Names a cluster in another language by its contrastive keywords, quoted as they are: a lexical analyst cannot
 * translate, and says so by the form "Requests in Russian about «…, …»".
 *
 * @param others keyword counts of the other clusters in the same language with their numbers of members.
 */
export function nameForeignCluster(
  cluster: ClusterToNameLexically,
  language: MainLanguage,
  keywords: KeywordCounts,
  others: readonly { readonly keywords: KeywordCounts; readonly members: number }[],
): readonly ClusterName[] {
  const outsideTexts = others.reduce((sum, { members }) => sum + members, 0);
  const contrasting = [...keywords]
    .map(([word, inside]) => {
      const outside = others.reduce((sum, other) => sum + (other.keywords.get(word) ?? 0), 0);
      const contrast =
        others.length === 0
          ? 1
          : sureLogOdds({ inside, insideTexts: cluster.members.length, outside, outsideTexts });
      return {
        word,
        worth: (inside / Math.max(1, cluster.members.length)) ** 0.75 * Math.max(0, contrast + 0.3),
      };
    })
    .filter(({ word, worth }) => worth > 0 && cluster.supports(word))
    .toSorted((a, b) => b.worth - a.worth || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);
  // What tells the children apart says more of their parent than the words that they all share.
  const ranked = withoutRelatives([
    ...firstKeywordsOf(cluster.children).filter(cluster.supports),
    ...contrasting,
  ]).slice(0, 8);
  const where =
    language.share >= 0.6 && cluster.supports(`in ${language.name}`) ? language.name : "several languages";
  const names: string[] = [];
  for (const count of [3, 2, 1])
    if (ranked.length >= count)
      names.push(`Requests in ${where} about «${ranked.slice(0, count).join(", ")}»`);
  for (let index = 1; index + 1 < ranked.length; index++)
    names.push(`Requests in ${where} about «${ranked.slice(index, index + 2).join(", ")}»`);
  // Several, because no two clusters of a level may be called the same.
  for (const kind of ["Mixed", "Further mixed", "Various", "Various other", "Other", "Several kinds of"])
    names.push(`${kind} requests in ${where}`);
  const description =
    ranked.length === 0
      ? `Users asked in ${where}.`
      : `Users asked in ${where}. Requests often mentioned «${ranked.slice(0, 5).join(", ")}».`;
  return names
    .filter((name) => name.split(" ").length <= longestName && cluster.supports(name))
    .map((name) => ({ name, description }));
}

/** Words without those that are hardly more than another form of one before ("document", "documents"). */
function withoutRelatives(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (const word of words) if (!kept.some((other) => isRelative(word, other))) kept.push(word);
  return kept;
}

function isRelative(word: string, other: string): boolean {
  const shorter = Math.min(word.length, other.length);
  let same = 0;
  while (same < shorter && word[same] === other[same]) same++;
  return word === other || same >= Math.max(4, 0.6 * Math.max(word.length, other.length));
}

/** The first quoted keyword of each child's name, largest child first as given, then the second ones. */
function firstKeywordsOf(children: readonly string[]): string[] {
  const quoted = children.map((name) => /«([^»]*)»/u.exec(name)?.[1]?.split(", ") ?? []);
  return [0, 1].flatMap((place) => quoted.flatMap((keywords) => keywords[place] ?? []));
}
