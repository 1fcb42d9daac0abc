/** Escapes what could be read as markup (`&amp;`, `&lt;`, `&gt;`), so that a text can neither open nor close a tag. */
export function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
