import { z } from "zod";
import { readModelJson } from "./files.ts";

/** Pieces with their log probabilities; the position is the token. The first stands for all that is unknown. */
export type Vocabulary = readonly (readonly [piece: string, score: number])[];

export interface Tokenizer {
  /** Tokens of a text; empty for the empty text. Takes time and memory in proportion to the text. */
  encode(text: string): Int32Array;
}

/** The token of everything that no piece covers; neighbours are merged into one. */
export const unknownToken = 0;

/** The vocabulary of the Universal Sentence Encoder Lite: 8,000 pieces. Throws ModelError. */
export function loadVocabulary(): Vocabulary {
  // Pieces with a colon have no score in the file, which the original then takes for 0.
  const score = z
    .number()
    .nullable()
    .transform((value) => value ?? 0);
  return readModelJson("vocab.json", z.array(z.tuple([z.string(), score])).min(reservedTokens + 1));
}

/**
 * Creates the tokenizer of the Universal Sentence Encoder Lite: SentencePiece's unigram model (Kudo 2018), that is
 * the segmentation of highest probability, by Viterbi's algorithm. Equal to `@energetic-ai/embeddings` 0.2, token
 * by token: NFKC, U+2581 before the text and for each space, ties to the shorter last piece, and its two oddities below.
 */
export function createTokenizer(vocabulary: Vocabulary): Tokenizer {
  const root = toTrie(vocabulary);
  return {
    encode: (text) => {
      const normalized = text.normalize("NFKC");
      if (normalized.length === 0) return new Int32Array(0);
      const symbols = Array.from(
        separator + normalized.replaceAll(" ", separator),
        (symbol) => symbol.codePointAt(0) ?? 0,
      );
      return readBack(findBestPieces(symbols, root));
    },
  };
}

const separator = "\u2581";

/** The unknown token, sentence marks and spare tokens come first and match no text. */
const reservedTokens = 6;

interface TrieNode {
  readonly children: Map<number, TrieNode>;
  token: number;
  score: number;
}

/** For each end of a segment: its length in symbols and its token on the best way there. */
interface BestPieces {
  readonly lengths: Int32Array;
  readonly tokens: Int32Array;
}

function createTrieNode(): TrieNode {
  return { children: new Map(), token: -1, score: 0 };
}

function toTrie(vocabulary: Vocabulary): TrieNode {
  const root = createTrieNode();
  for (const [token, [piece, score]] of vocabulary.entries()) {
    if (token < reservedTokens) continue;
    let node = root;
    for (const symbol of piece) {
      const key = symbol.codePointAt(0) ?? 0;
      let child = node.children.get(key);
      if (child === undefined) {
        child = createTrieNode();
        node.children.set(key, child);
      }
      node = child;
    }
    node.token = token;
    node.score = score;
  }
  return root;
}

function findBestPieces(symbols: readonly number[], root: TrieNode): BestPieces {
  const scores = new Float64Array(symbols.length + 1);
  const lengths = new Int32Array(symbols.length + 1).fill(1);
  const tokens = new Int32Array(symbols.length + 1).fill(unknownToken);
  const offer = (start: number, end: number, token: number, score: number): void => {
    const sum = score + (scores[start] ?? 0);
    const best = scores[end] ?? 0;
    // The original takes 0 for "not reached yet", so that a colon at the start of a text loses its best piece.
    if (best !== 0 && sum < best) return;
    scores[end] = sum;
    lengths[end] = end - start;
    tokens[end] = token;
  };
  for (let start = 0; start < symbols.length; start++) {
    let known = false;
    let node = root.children.get(symbols[start] ?? 0);
    for (let end = start + 1; node !== undefined; end++) {
      if (node.token >= 0) {
        offer(start, end, node.token, node.score);
        known = true;
      }
      node = end < symbols.length ? node.children.get(symbols[end] ?? 0) : undefined;
    }
    // Costs nothing, as in the original: it is only offered where every other way is closed.
    if (!known) offer(start, start + 1, unknownToken, 0);
  }
  return { lengths, tokens };
}

function readBack({ lengths, tokens }: BestPieces): Int32Array {
  const found: number[] = [];
  for (let end = tokens.length - 1; end > 0; end -= lengths[end] ?? 1) {
    const token = tokens[end] ?? unknownToken;
    if (token !== unknownToken || found.at(-1) !== unknownToken) found.push(token);
  }
  return Int32Array.from(found.toReversed());
}
