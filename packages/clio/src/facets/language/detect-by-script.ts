const han = /\p{Script=Han}/gu;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const hangul = /\p{Script=Hangul}/gu;
const latin = /\p{Script=Latin}/gu;

/** Letters that one written language has and its neighbours have not. */
const distinctive: readonly (readonly [RegExp, string])[] = [
  [/^(?=[^]*[әғқңұ])(?=[^]*[іқұғ])[^җҡҫҙўҳӣӯїє]*$/iu, "kk"],
  [/^(?=[^]*[ўҳ])(?=[^]*[қғ])[^ӣӯ]*$/iu, "uz"],
  [/^(?=[^]*ң)(?=[^]*[үө])[^әғқұіһ]*$/iu, "ky"],
];

/** The language that the letters alone decide: Chinese, Japanese, Korean, some of Cyrillic; null where several write like that. */
export function detectByScript(text: string): { readonly code: string; readonly reliable: boolean } | null {
  if (!/[^ -ɏ]/.test(text)) return null;
  const [chinese, japanese, korean] = [count(text, han), count(text, kana), count(text, hangul)];
  const asian = chinese + japanese + korean;
  // One Asian character carries about as much as two and a half Latin letters, and the Latin ones are often names.
  if (asian * 5 > count(text, latin) && asian > 0) {
    const code = korean > chinese + japanese ? "ko" : japanese * 8 >= chinese ? "ja" : "zh";
    return { code, reliable: asian >= 3 };
  }
  if (/\p{Script=Cyrillic}/u.test(text)) {
    const found = distinctive.find(([letters]) => letters.test(text));
    if (found !== undefined) return { code: found[1], reliable: text.length >= 12 };
  }
  return null;
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}
