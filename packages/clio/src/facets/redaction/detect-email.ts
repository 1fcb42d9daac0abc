import type { Finding } from "./finding.ts";
import { findMatches } from "./find-matches.ts";

const address =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;
const disguised =
  /(?<![\w.])[\w.%+-]{1,64} ?[[(] ?at ?[\])] ?[\w-]{1,63}(?: ?[[(] ?dot ?[\])] ?|\.)[a-z]{2,24}(?![\w-])/giu;

/** E-mail addresses, international ones and the "name [at] host [dot] org" disguise included. */
export function detectEmail(text: string): readonly Finding[] {
  const plain = text.includes("@") ? findMatches(text, "email", address) : [];
  return /[[(] ?at ?[\])]/i.test(text) ? [...plain, ...findMatches(text, "email", disguised)] : plain;
}
