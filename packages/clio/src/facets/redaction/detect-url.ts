import type { Finding } from "./finding.ts";
import { findMatches } from "./find-matches.ts";

const withScheme =
  /(?<![\p{L}\p{N}])(?:(?:https?|ftps?|file|magnet|tg):\/{0,3}|[a-z][a-z0-9+.-]{1,15}:\/\/)[^\s<>"'`)\]}，。）】」]{2,2000}/giu;
const withoutScheme =
  /(?<![\p{L}\p{N}@._-])(?:www\.[\w-]{1,63}\.[\w./?=&%#~-]{2,500}|(?:[a-z0-9-]{1,63}\.){1,3}(?:com|org|net|edu|gov|io|co|ru|de|fr|it|es|uk|cn|jp|br|nl|pl|info|app|dev|me|tv)(?:\/[\w./?=&%#~+-]{0,500}|(?![\p{L}\p{N}-]|\.[\p{L}\p{N}])))/giu;

/**
 * Web addresses with and without a scheme; the end of the sentence stays outside. "Node.js" and "3.io" of prose are
 * not addresses: without a scheme only well-known top-level domains count.
 */
export function detectUrl(text: string): readonly Finding[] {
  const findings = /:\/|magnet:/.test(text) ? findMatches(text, "url", withScheme) : [];
  if (text.includes(".")) findings.push(...findMatches(text, "url", withoutScheme, isHost));
  return findings.map((finding) => trimEnd(text, finding));
}

/** Names of things that end like a domain; they are topics, not addresses. */
const products = /^(?:asp|vb|ado|ml|microsoft|booking|amazon|hotels)\.(?:net|com)$/i;

function isHost(value: string): boolean {
  return !products.test(value) && /[a-z]{2}/i.test(value.split(".")[0] ?? "");
}

function trimEnd(text: string, finding: Finding): Finding {
  let end = finding.end;
  while (end > finding.start && ".,;:!?".includes(text.charAt(end - 1))) end -= 1;
  return { ...finding, end };
}
