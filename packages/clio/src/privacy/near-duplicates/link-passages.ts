import { breathe } from "./breathe.ts";
import type { DisjointSets } from "./disjoint-sets.ts";
import { createBuckets } from "./list-buckets.ts";
import { hashPassage, isSamePassage, listPassages, toFingerprints } from "./passages.ts";
import type { TokenFile } from "./token-file.ts";

/** Fingerprints that are held at once: 128 MB. */
const fingerprintsHeld = 16_777_216;

/**
 * Unites the texts that share a passage, as their tokens show. Memory does not grow with the texts: where there are many
 * fingerprints, they are looked at in several passes.
 */
export async function linkPassages(
  file: TokenFile,
  copies: DisjointSets,
  signal: AbortSignal | undefined,
): Promise<void> {
  let total = 0;
  await forEachText(file, signal, (_, fingerprints) => (total += fingerprints.length));
  const passes = Math.max(1, Math.ceil(total / fingerprintsHeld));
  for (let pass = 0; pass < passes; pass++) {
    const buckets = createBuckets(Math.ceil((1.05 * total) / passes));
    await forEachText(file, signal, (text, fingerprints) => {
      for (const fingerprint of fingerprints) {
        if (fingerprint % passes === pass) buckets.add(fingerprint, text);
      }
    });
    let visited = 0;
    for (const { key, texts } of buckets.list()) {
      if (++visited % 10_000 === 0) await breathe(signal);
      linkBucket(key, texts, file, copies);
    }
  }
}

async function forEachText(
  file: TokenFile,
  signal: AbortSignal | undefined,
  use: (text: number, fingerprints: Uint32Array) => void,
): Promise<void> {
  for (let text = 0; text < file.count; text++) {
    if (text % 10_000 === 0) await breathe(signal);
    use(text, toFingerprints(file.read(text)));
  }
}

function linkBucket(
  fingerprint: number,
  texts: readonly number[],
  file: TokenFile,
  copies: DisjointSets,
): void {
  if (texts.every((text) => copies.find(text) === copies.find(texts[0] ?? text))) return;
  const seen = new Map<number, { readonly text: number; readonly start: number }>();
  for (const text of texts) {
    const tokens = file.read(text);
    for (const start of listPassages(tokens, fingerprint)) {
      const passage = hashPassage(tokens, start);
      const known = seen.get(passage);
      if (known === undefined) seen.set(passage, { text, start });
      else if (
        copies.find(known.text) !== copies.find(text) &&
        isSamePassage(file.read(known.text), known.start, tokens, start)
      ) {
        copies.unite(known.text, text);
      }
    }
  }
}
