import type { Random } from "@observatory/core";
import { fitCharacterVectors, selectRows, toCharacterVectors, type Matrix } from "@observatory/numerics";
import { chooseWeight, type WeightEvidence } from "./choose-weight.ts";
import { joinParts } from "./join-parts.ts";
import { fitSemanticPart, projectSemantic } from "./semantic-part.ts";

/** Texts of a corpus with what an embedder says about them. */
export interface HybridSample {
  readonly texts: readonly string[];
  /** The embedder's vectors, one row for each text. Rows of unknown texts are not read. */
  readonly semantic: Matrix;
  /** For each text 1 where the embedder knows its language, 0 where only its letters can be used. */
  readonly known: Uint8Array;
}

export interface FitHybridEmbeddingOptions {
  readonly random: Random;
  /** Most dimensions; half for each part. 256 unless told. */
  readonly dimensions?: number;
  readonly signal?: AbortSignal;
}

/** An embedding that was fitted to a corpus. */
export interface HybridEmbedding {
  readonly dimensions: number;
  /** Length of the lexical part where the semantic part has length 1. */
  readonly weight: number;
  readonly evidence: WeightEvidence;
  /**
   * Unit vectors, one row for each text, in input order; a text is a row of zeros only if it has no vector in either
   * part. The same text gives the same row whatever others it comes with. Give long lists in batches of thousands.
   */
  embed(texts: readonly string[], semantic: Matrix, known: Uint8Array): Matrix;
}

/**
 * Fits the embedding that conversations are clustered in: what texts mean beside which words they use.
 *
 * The semantic part is the embedder's vector, centred on the corpus, along its 128 principal directions, as a unit
 * vector. The lexical part is a unit vector of character n-grams ({@link fitCharacterVectors}) that is fitted on all
 * texts of the sample. They stand side by side with the weight that {@link chooseWeight} finds on the known texts.
 * A text in a language that the embedder does not know is its lexical part alone, at full length: it is near what
 * shares its words, mostly texts of its own language, and never near an unrelated text because both mean nothing
 * to the embedder.
 *
 * Of all that was tried on labelled corpora, removing the first principal directions and whitening lost on most,
 * and more than 128 directions a part changed nothing.
 *
 * Throws RangeError where texts, vectors and marks are not equally many. Rejects with the signal's reason.
 *
 * @example
 * const hybrid = await fitHybridEmbedding({ texts, semantic, known }, { random: createRandom(7) });
 * const points = hybrid.embed(texts, semantic, known);
 */
export async function fitHybridEmbedding(
  sample: HybridSample,
  options: FitHybridEmbeddingOptions,
): Promise<HybridEmbedding> {
  const { random, dimensions = 256, signal } = options;
  requireRows(sample.texts, sample.semantic, sample.known);
  const half = Math.max(1, Math.floor(dimensions / 2));
  const knownRows = [...sample.known.keys()].filter((row) => sample.known[row] !== 0);
  const characters = await fitCharacterVectors(sample.texts, {
    random: random.fork("lexical"),
    dimensions: half,
    signal,
  });
  const knownVectors = selectRows(sample.semantic, knownRows);
  const meaning = await fitSemanticPart(knownVectors, {
    random: random.fork("semantic"),
    dimensions: half,
    signal,
  });
  const { weight, evidence } = await chooseWeight(
    projectSemantic(meaning, knownVectors),
    toCharacterVectors(
      characters,
      knownRows.map((row) => sample.texts[row] ?? ""),
    ),
    { random: random.fork("weight"), signal },
  );
  return {
    dimensions: meaning.directions.rows + characters.dimensions,
    weight,
    evidence,
    embed: (texts, semantic, known) => {
      requireRows(texts, semantic, known);
      return joinParts(projectSemantic(meaning, semantic), toCharacterVectors(characters, texts), {
        weight,
        known,
      });
    },
  };
}

function requireRows(texts: readonly string[], semantic: Matrix, known: Uint8Array): void {
  if (semantic.rows !== texts.length || known.length !== texts.length) {
    throw new RangeError(`${texts.length} texts have ${semantic.rows} vectors and ${known.length} marks`);
  }
}
