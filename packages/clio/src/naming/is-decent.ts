import { cuss } from "cuss";

const vulgarAsWell = new Set([
  "shit",
  "shits",
  "bitch",
  "bitches",
  "dick",
  "dicks",
  "pussy",
  "cock",
  "cunt",
  "boob",
  "boobs",
]);
/** Rated as surely profane, but names of grave subjects that a cluster may be about. */
const graveSubjects = /^(?:slave|slaves|slavery|enslaved?)$/u;

/** Whether a text is free of vulgar words, by the ratings of `cuss`. Grave subjects are no vulgarity. */
export function isDecent(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return !words.some((word) => (cuss[word] === 2 && !graveSubjects.test(word)) || vulgarAsWell.has(word));
}
