import { emptyModifiers, emptyNouns, openers, timeNouns, whWords } from "../lexicon.ts";

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** Articles and the like: they may stand inside a phrase and are not written. */
const articles = words(
  `a an the this that these those some any each every my your his her its our their me us him them`,
);

/** Prepositions that hold two words of a phrase together, and are written. */
export const links: ReadonlySet<string> = words(
  `of to for from in on at with into about between by as without`,
);

const glue = words(`
and or but nor so if than then too only not no very more most much many few all both other others another such same
is are was were be been being am do does did doing done has have had having can could may might must shall should will would
i you he she it we they it mine yours hers ours theirs who whom whose there here up down out off over under per via
since during after before until while through against because although though when where why how also just even still
don doesn didn isn aren wasn weren won wouldn couldn shouldn can cannot ll ve re im id dont t s d m o
around yet else soon ever never always away lately recently already again today now then also too maybe perhaps instead
one two three four five six seven eight nine ten first second third half
get gets getting got go goes went come came see seen show shows showing look looking give gives giving gave interested enough
seem seems happen happens happened mean means long old lot lots things
yes no please thanks thank ok okay hi hello hey
i'm ask asked asking request requested want wanted wants wanna need needed needs like liked know knew let think thought tell told
say said wonder wondering help helped helping hope try trying tried able going gonna user users assistant
`);

/** Verbs that say something with an object only. */
const weak = words(`
make makes making made take takes taking took use uses using used find finds finding found put keep keeps start stop set sets
setting check checking work works working provide provides include includes including call called talk talking speak speaking
learn learning explain answer turn sound feel add change changing search searching need area new place
`);

/** Whether a word is left out of phrases: it says nothing of what a text is about. */
export function isSmallWord(word: string): boolean {
  if (weak.has(word)) return false;
  return (
    glue.has(word) ||
    articles.has(word) ||
    links.has(word) ||
    emptyNouns.has(word) ||
    emptyModifiers.has(word) ||
    timeNouns.has(word) ||
    timeNouns.has(word.replace(/s$/u, "")) ||
    whWords.has(word) ||
    openers.has(word)
  );
}

/** Whether a word may stand between the two words of a phrase without being written. */
export function isArticle(word: string): boolean {
  return articles.has(word);
}

/** Whether a word says something beside another one only. */
export function isWeakWord(word: string): boolean {
  return weak.has(word);
}
