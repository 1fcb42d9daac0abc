import { failed, InputError, parseJson, succeeded, type Outcome } from "@observatory/core";
import { readLineSpans } from "./line-spans.ts";
import { resultRowSchema, resultsHeadSchema, type ResultRow, type ResultsHead } from "./results.ts";

const rowsStart = ',"rows":[';

/** A row, and where its JSON is in the file, for those who read it again. */
export interface ResultLine {
  readonly row: ResultRow;
  readonly start: number;
  readonly length: number;
}

/** Everything of a results file but its rows, or a reason in words why that cannot be read. */
export async function readResultsHead(path: string): Promise<Outcome<ResultsHead>> {
  try {
    for await (const { text } of readLineSpans(path)) return parseHead(text);
  } catch {
    return failed("it cannot be read");
  }
  return failed("it is empty");
}

/**
 * Streams the rows of a results file. Throws InputError with the line of one that is damaged, and where the file breaks
 * off.
 */
export async function* readResultRows(
  path: string,
  options: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<ResultLine> {
  let number = 0;
  let ended = false;
  for await (const { text, start, length } of readLineSpans(path, options)) {
    number++;
    if (number === 1) continue;
    if (text === "]}") {
      ended = true;
      continue;
    }
    const line = text.endsWith(",") ? text.slice(0, -1) : text;
    const json = parseJson(line);
    const row = resultRowSchema.safeParse(json.ok && !ended ? json.value : null);
    if (!row.success)
      throw new InputError(`${path}, line ${number}: not a row of results`, {
        hint: "Evaluate the scorer again.",
      });
    yield { row: row.data, start, length: length - (text.length - line.length) };
  }
  if (!ended)
    throw new InputError(`${path} breaks off after line ${number}`, { hint: "Evaluate the scorer again." });
}

function parseHead(line: string): Outcome<ResultsHead> {
  if (!line.endsWith(rowsStart)) return failed("its first line is not the head of results");
  const json = parseJson(`${line.slice(0, -rowsStart.length)}}`);
  if (!json.ok) return failed("it is not JSON");
  const version = versionOf(json.value);
  if (version === null) return failed("it is of another kind");
  if (version > 1) return failed(`a newer version wrote it (${version}; this one reads 1)`);
  const head = resultsHeadSchema.safeParse(json.value);
  if (head.success) return succeeded(head.data);
  return failed(`it is damaged at ${head.error.issues[0]?.path.join(".") ?? "its start"}`);
}

function versionOf(value: unknown): number | null {
  if (typeof value !== "object" || value === null || !("schema" in value)) return null;
  const match =
    typeof value.schema === "string" ? /^observatory\/crepe-results@(\d+)$/u.exec(value.schema) : null;
  return match === null ? null : Number(match[1]);
}
