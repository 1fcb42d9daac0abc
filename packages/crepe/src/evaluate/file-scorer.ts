import { failed, hashFile, InputError, succeeded } from "@observatory/core";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { readScoreFile } from "./read-score-file.ts";
import type { Scorer } from "./scorer.ts";
import { toFileStem } from "./to-file-stem.ts";

export interface FileScorerOptions {
  /** What will be scored: a file of scores for other items is refused. */
  readonly rows: readonly RetrievalRow[];
  readonly signal?: AbortSignal;
}

/**
 * A scorer that gives what a file says, which another program made ({@link readScoreFile}): `scores/<name of the file>`. An
 * item that is not there has none (`no-score`), nor one of which a caption is not (`caption-without-score`). Throws
 * InputError for a file that is none, that has items which are not scored here, or two scores of one caption.
 */
export async function createFileScorer(path: string, { rows, signal }: FileScorerOptions): Promise<Scorer> {
  const scores = new Map<string, Map<string, number>>(rows.map(({ id }) => [id, new Map()]));
  const unknown = new Set<string>();
  for await (const { item, caption, score, line } of readScoreFile(path, { signal })) {
    const own = scores.get(item);
    if (own === undefined) unknown.add(item);
    else if ((own.get(caption) ?? score) !== score)
      throw new InputError(`${path}, line ${line}: ${item} has another score of this caption before`);
    else own.set(caption, score);
  }
  if (unknown.size > 0) {
    throw new InputError(
      `${path} has scores for ${unknown.size} items that are not there: ${listFirst([...unknown])}`,
      {
        hint: `Items here are called ${listFirst(rows.map(({ id }) => id))}; \`observatory crepe questions\` lists them with their captions.`,
      },
    );
  }
  return {
    info: {
      id: `scores/${toFileStem(path)}`,
      kind: "file",
      details: { file: await hashFile(path, { signal }) },
    },
    async *score(questions, options = {}) {
      for (const { row, captions } of questions) {
        options.signal?.throwIfAborted();
        const own = scores.get(row.id);
        const found = captions.flatMap((caption) => own?.get(caption) ?? []);
        if (found.length === captions.length) yield succeeded(found);
        else yield failed(own === undefined || own.size === 0 ? "no-score" : "caption-without-score");
      }
    },
    close: async () => {},
  };
}

function listFirst(names: readonly string[]): string {
  const others = names.length - 3;
  return `${names.slice(0, 3).join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
}
