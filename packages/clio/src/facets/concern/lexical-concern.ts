import type { Facets } from "../../analyst.ts";
import { concernPatterns } from "./concern-patterns.ts";

const longestText = 2000;
const mostTexts = 12;

const wantsMeans =
  /(?<![\p{L}])(?:how (?:do|can|could|would|should|might) (?:i|you|we|one)|how to|ways? to|ways? of|ways? i can|best way|easiest|instructions|steps|guide|teach me|help me|tell me how|show me how|i (?:want|need|plan|am going|would like) to|i['’]?m (?:going|planning|trying|thinking)|i wanna|where (?:can|do|could) i|what(?:['’]s| is| are)(?: \w{1,8}){0,3} (?:way|ways|method|methods|tips)|tips|without (?:getting caught|anyone knowing|being caught|them knowing)|get away with|give me (?:some )?reasons|write (?:a|an|me)|can you (?:make|write|give|help|tell)|should i|make it look)(?![\p{L}])/iu;
const explains =
  /(?<![\p{L}])(?:what (?:is|was|are|were|does|did)|define|definition|meaning of|mean by|who (?:was|is|were|killed|shot)|when (?:was|did|were)|where (?:was|did)|history of|historical(?:ly)?|explain why|why (?:did|was|were|do|does|is|are)|how (?:did|was|were|does|many)|describe|statistics|difference between|documentary|museum)(?![\p{L}])/iu;
const prevents =
  /(?<![\p{L}])(?:stop(?:ping)?|prevent\w*|protect\w*|avoid\w*|detect\w*|report(?:ing)?|recover\w*|surviv\w+|support(?:ing)?|help (?:someone|somebody|a friend|my friend|victims)|victims?|legal(?:ly)?|law|laws|safely|safe|treat(?:ment|ing)?|symptoms?|hotline|therapy|cope|coping|quit(?:ting)?|awareness|against|first aid|license|policy|is it (?:ok|okay|wrong|bad|illegal|legal|safe))(?![\p{L}])/iu;
const fiction =
  /(?<![\p{L}])(?:movies?|films?|novels?|books?|fiction(?:al)?|characters?|video ?games?|games?|in the game|minecraft|fortnite|call of duty|gta|skyrim|pok[eé]mon|zelda|doom|batman|superman|harry potter|star wars|lord of the rings|game of thrones|plot|scene|episode|series|song|lyrics|band|album|play|theat(?:er|re)|dungeons|sims|chess|simulator|costume|halloween)(?![\p{L}])/iu;
const technical =
  /(?<![\p{L}])(?:python|java(?:script)?|linux|unix|bash|terminal|code|program|script|process(?:es)?|thread|server|database|docker|git|query|sql|command|app|application|engine|computer program|function|variable|battery|lights?|timer|alarm|weeds?|germs?|bacteria|mosquito(?:es|s)?|bugs?|insects?|ants|mold|plants?|time|zombies?|clutter|fat|pain|calories|laptop|presentation|interview|exam|shot of|photo ?shoot|shots?|bath bombs?|photo bomb|cherry bomb|glue gun|nerf|water gun|squirt gun|steel|bargain|a steal|heart|the show|the crowd|the mood|party|cake|steak|eggs?|onions?|balloon)(?![\p{L}])/iu;

/**
 * A rating from 1 (benign) to 5 (look at it first) by words and patterns in English. It measures the words of a
 * conversation and not its intent: it misses harm in other words or languages, and it rates a worried parent, a novelist and
 * an offender much alike. A means of ordering what people then review, never ground for a decision on anybody.
 *
 * The strongest pattern gives the points; asking for means adds, words of definition, prevention, fiction and machines take away.
 *
 * @param texts the user's messages; of long ones only the first `longestText` characters count.
 */
export function lexicalConcern(texts: readonly string[]): Facets["concern"] {
  const points = scoreConcern(texts);
  if (points < 2) return 1;
  if (points < 2.75) return 2;
  if (points < 3.75) return 3;
  return points < 4.75 ? 4 : 5;
}

/** The unrounded points behind `lexicalConcern`: 1 to 6. */
export function scoreConcern(texts: readonly string[]): number {
  const scores = texts.slice(0, mostTexts).map((text) => scoreText(text.slice(0, longestText)));
  const highest = Math.max(1, ...scores);
  const further = scores.filter((score) => score >= 2.5).length - 1;
  return highest >= 2.5 ? highest + Math.min(0.5, Math.max(0, further) * 0.25) : highest;
}

function scoreText(text: string): number {
  const hits = concernPatterns.filter(({ pattern }) => pattern.test(text));
  if (hits.length === 0) return 1;
  const strongest = Math.max(...hits.map(({ points }) => points));
  const topics = new Set(hits.map(({ topic }) => topic)).size;
  const sensitive = hits.some(({ topic }) => topic === "minors" || topic === "self-harm");
  const softened = sensitive
    ? 0
    : Number(fiction.test(text)) * 1.25 +
      Number(technical.test(text)) * 1.25 +
      Number(prevents.test(text)) * 0.75;
  const asks = wantsMeans.test(text) ? 0.5 : explains.test(text) ? -0.75 : 0;
  return Math.max(1, strongest - 0.5 + asks + Math.min(0.75, (topics - 1) * 0.4) - softened);
}
