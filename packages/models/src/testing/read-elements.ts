/** An element of a prompt with its text, unescaped and trimmed. */
export interface PromptElement {
  readonly name: string;
  /** What stands between its tags, as it is written. */
  readonly inner: string;
  readonly text: string;
}

/**
 * The innermost elements of a name in a prompt, in the order of their ends. A tag that is only talked about and never
 * closed is passed over.
 */
export function readElements(prompt: string, name: string): PromptElement[] {
  const elements: PromptElement[] = [];
  const open = new RegExp(`<${name}(?:\\s[^<>]*)?>`, "gu");
  const close = `</${name}>`;
  let from = 0;
  for (let end = prompt.indexOf(close); end >= 0; end = prompt.indexOf(close, from)) {
    const last = [...prompt.slice(from, end).matchAll(open)].at(-1);
    if (last !== undefined) {
      const inner = prompt.slice(from + last.index + last[0].length, end);
      elements.push({ name, inner, text: unescapeMarkup(inner).trim() });
    }
    from = end + close.length;
  }
  return elements;
}

/** What stands inside the longest element of a name, as it is written; empty where there is none. */
export function readBlock(prompt: string, name: string): string {
  return readElements(prompt, name).reduce((longest, { inner }) => longerOf(longest, inner), "");
}

/** The texts of the elements of a name inside a block, without empty ones. */
export function readTexts(block: string, name: string): string[] {
  return readElements(block, name).flatMap(({ text }) => (text === "" ? [] : [text]));
}

/** The texts of the elements of a name inside a block, each with the number in its `accounts`. */
export function readCounts(block: string, name: string): (readonly [string, number])[] {
  return [...block.matchAll(new RegExp(`<${name} accounts="(\\d+)">([^<]*)</${name}>`, "gu"))].map(
    ([, count, text = ""]) => [unescapeMarkup(text).trim(), Number(count)],
  );
}

/** A number in an attribute of the first element of a name, such as `<wanted least="3"/>`, or null. */
export function readNumber(prompt: string, name: string, attribute: string): number | null {
  const found = new RegExp(`<${name}\\s[^<>]*?\\b${attribute}="(\\d+)"`, "u").exec(prompt);
  return found === null ? null : Number(found[1]);
}

function longerOf(a: string, b: string): string {
  return b.length > a.length ? b : a;
}

function unescapeMarkup(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
