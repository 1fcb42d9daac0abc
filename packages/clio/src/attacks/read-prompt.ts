/** What stands between the tags of a list in a prompt; empty where there is none. */
export function readBlock(prompt: string, tag: string): string {
  return new RegExp(`<${tag}(?: [^<>]*)?>([^]*?)</${tag}>`, "u").exec(prompt)?.[1] ?? "";
}

/** The texts of the lines of a list, unescaped. */
export function readLines(block: string, tag: string): readonly string[] {
  return [...block.matchAll(new RegExp(`<${tag}(?: [^<>]*)?>([^<]*)</${tag}>`, "gu"))].map(([, text = ""]) =>
    text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
  );
}
