const stop = new Set(
  `a an the and or but if so of to in on at for from by with about into over after before than then as is are was were be been being am do does did done
  have has had having will would can could should shall may might must i me my mine we us our you your yours he him his she her it its they them their
  this that these those there here what which who whom whose when where why how not no nor yes yeah yep ok okay sure please thanks thank great good nice
  cool fine right correct sounds works like want need would'd i'm i'd i'll i've it's that's let's don't doesn't can't one some any all also just only
  very really too much many more most other another else same well now get got make go going know think tell say help look looking hi hello hey up out
  и в на с по для что как это не я ты он она мы вы они из к у за от до же ли бы или но а о об при the de la le les el los las un una une der die das den
  und oder ist ein eine einen mit für von zu im am il lo gli di che per con non o os as um uma e em no na que y en del al se su por para`.split(
    /\s+/,
  ),
);
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]{2}/gu;

/** Whether a lower-cased word only holds sentences together, in English and the most common other languages. */
export function isStopWord(word: string): boolean {
  return stop.has(word);
}

/**
 * The words of a text that carry its topic, cut to six letters so that inflections meet; pairs of characters in scripts
 * without spaces.
 */
export function toContentWords(text: string): ReadonlySet<string> {
  const lower = text.toLowerCase();
  const words = (lower.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu) ?? []).filter(
    (word) => word.length > 1 && !isStopWord(word) && !/^\d+$/.test(word),
  );
  return new Set([...words.map((word) => word.slice(0, 6)), ...(lower.match(unspaced) ?? [])]);
}
