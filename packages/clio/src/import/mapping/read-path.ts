import { parseJsonCell } from "../conversion/parse-json-cell.ts";

/**
 * What a record holds under a name: a field of this very name, or one inside it after a full stop (`input.text`,
 * `messages.0.content`), also in a text that is JSON. `undefined` where there is none.
 */
export function readPath(record: unknown, path: string): unknown {
  if (typeof record !== "object" || record === null) return undefined;
  if (Object.hasOwn(record, path)) return Reflect.get(record, path);
  for (let dot = path.indexOf("."); dot !== -1; dot = path.indexOf(".", dot + 1)) {
    const name = path.slice(0, dot);
    if (!Object.hasOwn(record, name)) continue;
    const inner = readPath(parseJsonCell(Reflect.get(record, name)), path.slice(dot + 1));
    if (inner !== undefined) return inner;
  }
  return undefined;
}
