const irregularPlurals: Readonly<Record<string, string>> = {
  child: "children",
  die: "dice",
  person: "people",
  man: "men",
  woman: "women",
  foot: "feet",
  tooth: "teeth",
  mouse: "mice",
  goose: "geese",
  life: "lives",
  wife: "wives",
  knife: "knives",
  leaf: "leaves",
  half: "halves",
  shelf: "shelves",
  loaf: "loaves",
  thief: "thieves",
  wolf: "wolves",
  self: "selves",
  calf: "calves",
  analysis: "analyses",
  crisis: "crises",
  thesis: "theses",
  hypothesis: "hypotheses",
  basis: "bases",
  diagnosis: "diagnoses",
  criterion: "criteria",
  phenomenon: "phenomena",
  matrix: "matrices",
  vertex: "vertices",
  medium: "media",
  curriculum: "curricula",
  potato: "potatoes",
  tomato: "tomatoes",
  hero: "heroes",
  echo: "echoes",
  quiz: "quizzes",
  salesman: "salesmen",
  policeman: "policemen",
  stimulus: "stimuli",
  bacterium: "bacteria",
  ox: "oxen",
};

/** Plural of an English noun, by irregular list and spelling rules. */
export function pluralOf(noun: string): string {
  const irregular = irregularPlurals[noun];
  if (irregular !== undefined) return irregular;
  if (/(?:[^aeiou]y|quy)$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/u.test(noun)) return `${noun}es`;
  return /^[A-Z0-9]+$/u.test(noun) ? `${noun}s` : `${noun}s`;
}

/** Third person singular of a base form: "take" -> "takes", "have" -> "has". */
export function thirdPersonOf(verb: string): string {
  const irregular: Readonly<Record<string, string>> = { be: "is", have: "has", do: "does", go: "goes" };
  return irregular[verb] ?? pluralOf(verb);
}

const doubling =
  /^(?:[^aeiou]*[aeiou][bdgklmnprt]|begin|forget|admit|commit|permit|refer|prefer|occur|submit|upset|transfer)$/u;

/** Gerund of a base form: "make" -> "making", "set up" -> "setting up". */
export function gerundOf(phrase: string): string {
  const [verb = "", ...rest] = phrase.split(" ");
  if (rest.length > 0) return [gerundOf(verb), ...rest].join(" ");
  if (verb.endsWith("ie")) return `${verb.slice(0, -2)}ying`;
  if (/[^eoy]e$/u.test(verb) && verb !== "be") return `${verb.slice(0, -1)}ing`;
  const last = verb.at(-1);
  return doubling.test(verb) && verb.length > 2 ? `${verb}${last}ing` : `${verb}ing`;
}

/** `a` or `an`, by sound as far as spelling tells it. */
export function articleOf(phrase: string): "a" | "an" {
  const word = phrase.split(/[\s-]/u)[0] ?? "";
  if (/^(?:[A-Z][A-Z0-9]+|[A-Z])$/u.test(word)) return /^[AEFHILMNORSX]/u.test(word) ? "an" : "a";
  const lower = word.toLowerCase();
  if (/^(?:hour|honest|honor|honour|heir)/u.test(lower)) return "an";
  if (/^(?:uni(?!n|m)|use|usa|usu|util|uto|eu|ewe|one(?:$|s$|-|time)|once|ubi|ura)/u.test(lower)) return "a";
  return /^[aeiou]/u.test(lower) ? "an" : "a";
}

/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[], conjunction: "and" | "or" = "and"): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)}`;
}

/** With a capital first letter, unless the first word has capitals of its own. */
export function toSentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
