import { bandCount } from "./min-hash.ts";

/** The keys of the bands of texts: 128 bytes a text. */
export interface BandTable {
  /** Texts are numbered from 0 in the order in which they are added. */
  add(keys: Uint32Array): void;
  keyOf(text: number, band: number): number;
}

const textsInBlock = 8192;

/** Grows block by block, so that nothing is copied. */
export function createBandTable(): BandTable {
  const blocks: Uint32Array[] = [];
  let count = 0;
  return {
    add: (keys) => {
      if (count % textsInBlock === 0) blocks.push(new Uint32Array(textsInBlock * bandCount));
      blocks.at(-1)?.set(keys, (count++ % textsInBlock) * bandCount);
    },
    keyOf: (text, band) =>
      blocks[Math.floor(text / textsInBlock)]?.[(text % textsInBlock) * bandCount + band] ?? 0,
  };
}
