import { shorten } from "../../facets/request/shorten.ts";

/**
 * A text of a model on one line without markup, control and invisible characters, at most `most` UTF-16 code units.
 * Model output is untrusted: whatever shows it escapes it all the same.
 */
export function cleanText(text: string, most: number): string {
  const plain = text
    .slice(0, most * 8)
    .normalize("NFKC")
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\p{C}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/<\/?[a-z!?][^<>]{0,200}>/giu, " ")
    .replace(/[<>`]|\*\*|__|^[#*•\s-]+/gu, " ");
  return shorten(plain, most);
}
