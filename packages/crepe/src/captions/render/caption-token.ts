import { articleFor } from "./article.ts";

/** Which atom of the graph a token says. */
export type AtomReference =
  | { readonly role: "object"; readonly object: string }
  | { readonly role: "attribute"; readonly object: string; readonly attribute: string }
  /** An index into the graph's relations. */
  | { readonly role: "relation"; readonly relation: number };

/** One or several words of a caption that belong together. */
export interface CaptionToken {
  readonly text: string;
  /** Null for words that only hold the caption together. */
  readonly atom: AtomReference | null;
  /** Whether the atom is said here, or an object that was introduced before is taken up again. */
  readonly mention: "first" | "again" | null;
}

/** Stands for "a" or "an" until the next word is known. */
export const openArticle = "a(n)";

/** A token that says no atom. */
export function glue(text: string): CaptionToken {
  return { text, atom: null, mention: null };
}

/** Settles articles and drops empty tokens. */
export function settleTokens(tokens: readonly CaptionToken[]): CaptionToken[] {
  const kept = tokens.filter(({ text }) => text !== "");
  return kept.map((token, index) =>
    token.text === openArticle ? { ...token, text: articleFor(kept[index + 1]?.text ?? "") } : token,
  );
}

/** The caption's text: tokens with spaces between, none before a comma. */
export function toText(tokens: readonly CaptionToken[]): string {
  return tokens.map(({ text }, index) => (index === 0 || text.startsWith(",") ? text : ` ${text}`)).join("");
}
