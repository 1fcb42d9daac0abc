const abbreviation =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|vs|etc|e\.g|i\.e|approx|inc|ltd|co|corp|no|nr|vol|fig|dept|jr|sr|bzw|z\.b|т\.д|т\.п|т\.е|г|ул|стр|jan|feb|aug|sept?|okt|oct|nov|dez|dec|\p{L})\.$/iu;
const ending = /(?<=[.!?…]["'”’)\]»*]{0,2})\s+|(?<=[。！？｡؟।॥…])["'”’」』)]{0,1}\s*|\n+/u;

/**
 * The sentences of a block in any script: Latin, Chinese, Arabic and Devanagari stops; lines, except where a line was
 * only wrapped. Trimmed, none empty. Linear in the length of the text.
 */
export function splitSentences(text: string): readonly string[] {
  const sentences: string[] = [];
  let pending = "";
  const pieces = unwrap(text).split(ending);
  for (const [index, piece] of pieces.entries()) {
    const part = piece.trim();
    if (part === "") continue;
    const joined = pending === "" ? part : `${pending} ${part}`;
    if (
      joined.length < 600 &&
      (abbreviation.test(part.slice(-12)) || goesOn(part, pieces[index + 1] ?? ""))
    ) {
      pending = joined;
      continue;
    }
    sentences.push(joined);
    pending = "";
  }
  return pending === "" ? sentences : [...sentences, pending];
}

/** "on the 26. Sep", "2. Choose one" and, in Cyrillic, "соц. сетях" go on; "on the 26. Then" does not. */
function goesOn(part: string, next: string): boolean {
  if (/^\d{1,2}\.$/.test(part)) return true;
  if (/\s\d{1,2}\.$/.test(part))
    return /^(?:jan|feb|mär|mar|apr|mai|jun|jul|aug|sep|okt|oct|nov|dez|dec)/i.test(next);
  return /(?:^|[\s(])[\u0400-\u04FF]{1,4}\.$/u.test(part) && /^[\u0430-\u04FF]/u.test(next);
}

/** Joins lines that an editor wrapped: a full line, without an end, before a small letter. */
function unwrap(text: string): string {
  if (text.length < 60 || !text.includes("\n")) return text;
  return text.replace(/(?<=[^\n]{50}[^\n.!?:;。！？؟।])\n(?=\p{Ll})/gu, " ");
}
