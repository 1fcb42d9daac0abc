import { countBigrams, distinctCaptions, endMark, startMark } from "./bigram-model.ts";
import { toCaptionTokens } from "./caption-tokens.ts";
import type { Probe } from "./probe.ts";

/**
 * ln p of the caption for each word, under a trigram model of the true captions of other images: shares of what followed
 * two words, mixed with the bigram model in the ratio x : 5 where the two were seen x times.
 */
export const trigramLikelihood = {
  name: "trigram_lm_per_token",
  clue: "which word follows which two",
  learns: true,
  fit: (rows) => {
    const pairs = new Map<string, number>();
    const triples = new Map<string, number>();
    for (const caption of distinctCaptions(rows)) {
      forEachTriple(caption, (one, two, three) => {
        increment(pairs, `${one} ${two}`);
        increment(triples, `${one} ${two} ${three}`);
      });
    }
    const model = countBigrams(rows);
    return (caption) => {
      let sum = 0;
      let words = 0;
      forEachTriple(caption, (one, two, three) => {
        const seen = pairs.get(`${one} ${two}`) ?? 0;
        const share = (triples.get(`${one} ${two} ${three}`) ?? 0) / Math.max(1, seen);
        const weight = seen / (seen + 5);
        sum += Math.log(weight * share + (1 - weight) * Math.exp(model.bigram(two, three)));
        words++;
      });
      return sum / words;
    };
  },
} as const satisfies Probe;

/** How far apart two words may stand to count as together. */
const reach = 6;

/**
 * How well the words of a caption go together: the mean over all its pairs of words, up to six places apart, of their
 * pointwise mutual information in the true captions of other images, counts raised by 0.5.
 */
export const wordsTogether = {
  name: "words_together",
  clue: "which words go together",
  learns: true,
  fit: (rows) => {
    const words = new Map<string, number>();
    const pairs = new Map<string, number>();
    let total = 0;
    for (const caption of distinctCaptions(rows)) {
      forEachPair(caption, (one, other) => {
        increment(words, one);
        increment(words, other);
        increment(pairs, `${one} ${other}`);
        total++;
      });
    }
    return (caption) => {
      let sum = 0;
      let count = 0;
      forEachPair(caption, (one, other) => {
        const together = (pairs.get(`${one} ${other}`) ?? 0) + 0.5;
        const apart = ((words.get(one) ?? 0) + 0.5) * ((words.get(other) ?? 0) + 0.5);
        sum += Math.log((together * 4 * (total + 1)) / apart);
        count++;
      });
      return count === 0 ? 0 : sum / count;
    };
  },
} as const satisfies Probe;

/** Each three words in a row, with marks before the first and one after the last. */
function forEachTriple(caption: string, take: (one: string, two: string, three: string) => void): void {
  let [one, two]: [string, string] = [startMark, startMark];
  for (const three of [...toCaptionTokens(caption), endMark]) {
    take(one, two, three);
    [one, two] = [two, three];
  }
}

/** Each two words within reach, the alphabetically first one first. */
function forEachPair(caption: string, take: (one: string, other: string) => void): void {
  const tokens = toCaptionTokens(caption);
  for (const [at, first] of tokens.entries()) {
    for (const second of tokens.slice(at + 1, at + 1 + reach)) {
      if (first < second) take(first, second);
      else take(second, first);
    }
  }
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
