import { redact } from "../../facets/redaction/redact.ts";
import { cleanText } from "./clean-text.ts";

const opening =
  /^(?:(?:the )?user(?:['’]s)?(?: (?:overall|main|request|goal|task|is|was|asks?|asked|wants?|wanted|needs?|needed|seeks?|sought|wish(?:es|ed)?|requests|requested|would|like))* )?to(?: (?=\p{L})|$)/iu;

/**
 * A summary by a model as the tools after it take summaries: cleaned, personal data removed, cut to `longest` UTF-16 code units,
 * without the "to" in front (the rules read an imperative, and so do their own tasks) and without a full stop. May be empty.
 *
 * @param names of people, which the conversation gives away
 */
export function cleanSummary(
  text: string,
  options: { readonly longest: number; readonly names: readonly string[] },
): string {
  const plain = cleanText(text, options.longest * 2).replace(opening, "");
  const redacted = redact(plain, { names: options.names }).text;
  const cleaned = cleanText(redacted, options.longest).replace(/\.$/u, "");
  return /[\p{L}\p{N}]/u.test(cleaned) ? cleaned : "";
}
