const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "Japanese"],
  [/\p{Script=Hangul}/gu, "Korean"],
  [/\p{Script=Han}/gu, "Chinese"],
  [/[іїєґІЇЄҐ]/gu, "Ukrainian"],
  [/\p{Script=Cyrillic}/gu, "Russian"],
  [/\p{Script=Arabic}/gu, "Arabic"],
  [/\p{Script=Hebrew}/gu, "Hebrew"],
  [/\p{Script=Devanagari}/gu, "Hindi"],
  [/\p{Script=Thai}/gu, "Thai"],
  [/\p{Script=Greek}/gu, "Greek"],
];

/** Common words by which languages of the Latin script are told apart. */
const commonWords: readonly (readonly [string, string])[] = [
  [
    "English",
    "the of and to is in that it for you what how my can do with this are please me i a an on was have not be",
  ],
  [
    "Spanish",
    "el la los las de que y en un una por para con cómo qué mi es se del lo como puedo más está no",
  ],
  [
    "French",
    "le la les de des et en un une pour que qui est je vous comment mon ma dans du pas avec sur ce quel",
  ],
  [
    "German",
    "der die das und ist ich nicht ein eine wie zu mit für auf den dem mein von es kann im was bitte",
  ],
  ["Portuguese", "o a os as de que e em um uma para com não como meu minha é do da no na por eu você"],
  ["Italian", "il lo la i gli le di che e un una per con non come mio mia è del della sono posso in cosa"],
  ["Dutch", "de het een en van ik niet is hoe te dat met voor op mijn wat kan je zijn er naar aan"],
  ["Turkish", "bir ve bu için ne nasıl mi da de ben çok ile var olan kadar daha benim bana lütfen"],
  ["Danish", "og er jeg det en et på til ikke at med hvordan for min hvad kan den som af"],
  ["Indonesian", "yang dan di untuk saya ini itu dengan apa bagaimana tidak dari ke ada bisa"],
];

const wordSets = commonWords.map(([name, words]) => [name, new Set(words.split(" "))] as const);

/** The language of a text by its script and its commonest words: a full English name. English where nothing tells. */
export function guessLanguage(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, name] of scripts) {
    const share = (text.match(script)?.length ?? 0) / Math.max(1, letters);
    // Two scripts stand among others: a few kana make Japanese, a few letters Ukrainian.
    if (share > (name === "Japanese" || name === "Ukrainian" ? 0.02 : 0.3)) return name;
  }
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  let best = "English";
  let most = 0;
  for (const [name, common] of wordSets) {
    const hits = words.filter((word) => common.has(word)).length;
    if (hits > most && (most === 0 || hits > 1)) [best, most] = [name, hits];
  }
  return best;
}
