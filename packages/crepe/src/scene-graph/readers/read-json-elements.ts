import { InputError, parseJson } from "@observatory/core";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

/** One element of a file's outermost array or object; the value is undefined where it could not be read. */
export interface JsonElement {
  /** The key in an object, the index in an array. */
  readonly key: string;
  readonly value: unknown;
}

export interface ReadJsonElementsOptions {
  /** Longer elements are not kept: their value is undefined. In characters; 64 million by default. */
  readonly maxCharacters?: number;
  readonly signal?: AbortSignal;
}

/**
 * Reads a JSON file, plain or gzip'd, one element of its outermost array or object at a time.
 *
 * Memory holds one element, so files of any size can be read. Throws InputError where the file is neither an array nor
 * an object, or ends before it is closed.
 */
export async function* readJsonElements(
  path: string,
  { maxCharacters = 64_000_000, signal }: ReadJsonElementsOptions = {},
): AsyncGenerator<JsonElement> {
  const bytes = createReadStream(path, { signal });
  const text: AsyncIterable<string> = path.endsWith(".gz")
    ? bytes.pipe(createGunzip()).setEncoding("utf8")
    : bytes.setEncoding("utf8");
  const state: SplitState = {
    open: "",
    depth: 0,
    quoted: false,
    escaped: false,
    pieces: [],
    length: 0,
    key: null,
    count: 0,
  };
  try {
    for await (const chunk of text) yield* split(chunk, state, maxCharacters, path);
  } catch (cause) {
    if (cause instanceof InputError || signal?.aborted === true) throw cause;
    throw new InputError(`${path}: cannot be read to its end`, { cause, hint: cure });
  }
  if (state.open !== "closed") {
    throw new InputError(`${path}: the JSON ends before it is closed, after ${state.count} elements`, {
      hint: cure,
    });
  }
}

const cure = "Get the file again: it was cut on its way, or is still being written.";

interface SplitState {
  open: "" | "[" | "{" | "closed";
  /** Brackets open inside the current element. */
  depth: number;
  quoted: boolean;
  escaped: boolean;
  pieces: string[];
  length: number;
  key: string | null;
  count: number;
}

function* split(
  chunk: string,
  state: SplitState,
  maxCharacters: number,
  path: string,
): Generator<JsonElement> {
  let start = 0;
  const keep = (end: number): void => {
    state.length += end - start;
    if (state.length <= maxCharacters) state.pieces.push(chunk.slice(start, end));
  };
  for (let at = 0; at < chunk.length; at += 1) {
    const code = chunk[at] ?? "";
    if (state.escaped) state.escaped = false;
    else if (state.quoted) {
      if (code === "\\") state.escaped = true;
      else if (code === '"') state.quoted = false;
    } else if (state.open === "") {
      if (code === "[" || code === "{") state.open = code;
      else if (!/[\s\uFEFF]/u.test(code)) throw new InputError(`${path}: not a JSON array or object`);
      start = at + 1;
    } else if (code === '"') state.quoted = true;
    else if (code === "[" || code === "{") state.depth += 1;
    else if ((code === "]" || code === "}") && state.depth > 0) state.depth -= 1;
    else if (state.depth === 0 && code === ":" && state.open === "{" && state.key === null) {
      keep(at);
      state.key = toKey(state);
      start = at + 1;
    } else if (
      state.depth === 0 &&
      state.open !== "closed" &&
      (code === "," || code === "]" || code === "}")
    ) {
      keep(at);
      const element = toElement(state, maxCharacters);
      if (element !== null) yield element;
      if (code !== ",") state.open = "closed";
      start = at + 1;
    }
  }
  keep(chunk.length);
}

function toKey(state: SplitState): string {
  const key = parseJson(state.pieces.join(""));
  state.pieces = [];
  state.length = 0;
  return key.ok && typeof key.value === "string" ? key.value : String(state.count);
}

function toElement(state: SplitState, maxCharacters: number): JsonElement | null {
  const { key, length } = state;
  const text = state.pieces.join("");
  state.pieces = [];
  state.length = 0;
  state.key = null;
  if (key === null && length <= maxCharacters && text.trim() === "") return null;
  const parsed = length > maxCharacters ? null : parseJson(text);
  const element = { key: key ?? String(state.count), value: parsed?.ok === true ? parsed.value : undefined };
  state.count += 1;
  return element;
}
