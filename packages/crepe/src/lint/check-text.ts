import { quote, type Remark } from "./finding.ts";

const soundsLikeConsonant = /^(?:uni|us[aeu]|ut[ei]|ura|uro|ubi|eu|ewe|one$|once|one-|ufo|uk$|u-|u$)/u;
const soundsLikeVowel =
  /^(?:hour|honest|honou?r|heir|herb|[aefhilmnorsx]$|[fhlmnrsx]-|x-?ray|[flmnrsx][bcdfghjklmnpqrstvwxz]{1,2}$|mri|suv$|lcd|led$|atm|sms)/u;
const unsoundsLikeVowel = /^(?:uni[nm]|unim|unide|unint|unill)/u;

/** The places of a text where "a" stands before a vowel's sound or "an" before a consonant's. */
export function findWrongArticles(
  text: string,
): readonly { readonly index: number; readonly article: string; readonly word: string }[] {
  return [...text.matchAll(/\b(an?)\s+([a-z][a-z-]*)/giu)].flatMap((match) => {
    const [, article = "", word = ""] = match;
    const wants = startsWithVowel(word.toLowerCase()) ? "an" : "a";
    // "A" alone may be a letter or a grade, and "a and b" a list of letters.
    if (
      article.toLowerCase() === wants ||
      /^(?:and|or|is|on|in|are|at|of|histor[a-z]*|hotels?|heroic)$/iu.test(word)
    )
      return [];
    return [{ index: match.index, article, word }];
  });
}

function startsWithVowel(word: string): boolean {
  if (soundsLikeVowel.test(word)) return true;
  return /^[aeiou]/u.test(word) && (!soundsLikeConsonant.test(word) || unsoundsLikeVowel.test(word));
}

const strayMark = /[.,;:!?]\s+[.,;:!?]|\s[.,;:!?](?:\s|$)|,{2}|^\s*[.,;:!?]/u;
const doubledWord = /\b([a-z]{2,})\s+\1\b/iu;
const damage = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFD]|Ã[\u0080-\u00BF]|â€/u;

/**
 * What is wrong with one text as English. Faults that the caption has too are its style, not a negative's defect: for a
 * negative give the caption as `beside`.
 */
export function checkText(text: string, beside: string | null): readonly Remark[] {
  const remarks: Remark[] = [];
  const isNew = (pattern: RegExp): boolean =>
    pattern.test(text) && (beside === null || !pattern.test(beside));
  const all = findWrongArticles(text);
  const old = new Set(beside === null || all.length === 0 ? [] : findWrongArticles(beside).map(toKey));
  const wrong = all.filter((found) => !old.has(toKey(found)));
  if (wrong.length > 0) {
    const places = wrong.map(({ article, word }) => quote(`${article} ${word}`)).join(", ");
    remarks.push({ code: "wrong-article", message: `wrong article in ${places}` });
  }
  if (isNew(strayMark)) remarks.push({ code: "stray-punctuation", message: `stray mark in ${quote(text)}` });
  if (beside !== null && isNew(doubledWord))
    remarks.push({ code: "doubled-word", message: `doubled word in ${quote(text)}` });
  if (isNew(damage)) remarks.push({ code: "damaged-text", message: `damaged characters in ${quote(text)}` });
  return remarks;
}

function toKey(found: { readonly article: string; readonly word: string }): string {
  return `${found.article} ${found.word}`.toLowerCase();
}
