import { parseJson } from "@observatory/core";
import { z } from "zod";

const entity = z.tuple([z.unknown(), z.string()]).rest(z.unknown());

/**
 * What a reader sees of a text that holds ChatGPT's marks of references: the name of an entity and the title of a link stay,
 * marks of sources, files and pictures go.
 *
 * A mark stands between U+E200 and U+E201, its fields are parted by U+E202, the first is its kind; U+E203 and U+E204 enclose
 * what a source is given for. Older answers have their sources as `【4:0†source】`.
 */
export function readChatgptText(text: string): string {
  if (!/[\uE200-\uE206†]/u.test(text)) return text;
  return text
    .replaceAll(
      /[ \t]*\uE200([a-z_]{1,32})\uE202([^\uE200\uE201]*)\uE201/gu,
      (mark: string, kind: string, payload: string) => {
        const seen = readMark(kind, payload);
        return seen === "" ? "" : `${/^[ \t]*/u.exec(mark)?.[0] ?? ""}${seen}`;
      },
    )
    .replaceAll(/[ \t]*【[\d:]{1,12}†[^】]{0,80}】/gu, "")
    .replaceAll(/[\uE200-\uE206]/gu, "");
}

function readMark(kind: string, payload: string): string {
  if (kind === "entity") {
    const parsed = parseJson(payload);
    return (parsed.ok ? entity.safeParse(parsed.value).data?.[1] : undefined) ?? "";
  }
  return kind === "url" || kind === "link_title" ? (payload.split("\uE202")[0] ?? "") : "";
}
