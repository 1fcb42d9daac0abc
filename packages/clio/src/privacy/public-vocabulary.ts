import { namingWords } from "../naming/naming-words.ts";
import { toPlainWords } from "../words/plain-words.ts";

/**
 * Words that a published text may use whatever its cluster holds: the glue of English and, with `namingWords`, the frame of
 * our own sentences. Written by hand, closed, the same for every run, and without names of people, places or languages, without
 * numbers, illnesses or any other subject (a test holds it against lists of them), so that a text made of them alone says
 * nothing about anybody. "May", "will" and "us" are here as the small words that they are.
 */
const words = `
a an the this that these those some any each every all both other others another such same more most many much few
several various different mixed general common own
and or but nor so if as than then also too only just not no without with within
of in on at to from by for about into onto over under between among across around after before during until while
through against like per via up down out off
is are was were be been being am do does did done doing have has had having can could may might must shall should
will would
i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
who whom whose which what when where why how whether there here
ask asked asking request requested requests question questions conversation conversations user users people person
assistant topic topics subject subjects theme themes thing things kind kinds way ways help helped helping need needed
needs want wanted wants get getting got give given giving make made making use used using find found finding
mention mentioned mentioning mentions include included including includes range ranged typical typically often
mostly mainly usually sometimes related similar further wording phrase phrases word words language languages
other varied variety compared learn learned explain explained
`;

const vocabulary: ReadonlySet<string> = new Set(toPlainWords(words + namingWords));

/** Tells whether a word, exactly as `toPlainWords` gives it, stands in the public vocabulary. */
export function isPublicWord(word: string): boolean {
  return vocabulary.has(word);
}
