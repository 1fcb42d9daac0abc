import { buildVocabulary } from "./build-vocabulary.ts";

/** Builds a vocabulary in small chunks; `tell` is called with the captions that are counted for certain. */
export async function buildInChunks(input: string, out: string, tell: (done: number) => void): Promise<void> {
  await buildVocabulary([input], {
    out,
    threads: 1,
    chunkSize: 100,
    onEvent: (event) => {
      if (event.type === "stage-progress") tell(event.done);
    },
  });
}
