import { countFeatures, tokenFeatures, type TokenFeature } from "./count-features.ts";

/**
 * Tokens per occurrence of a feature for `o200k_base`, the encoding of OpenAI's models: least squares of the relative
 * error, without negative weights, over conversations in 29 languages. Totals of conversations come out within 5 %
 * for English and Russian; of one-line requests within 10 % for Arabic, Chinese, Danish, Dutch, German, Indonesian,
 * Italian, Japanese, Kazakh and Turkish, and up to 25 % too low for dialects and smaller languages in Latin letters
 * (Lithuanian is the worst). A single text is off by 5 to 15 %.
 */
const weights = {
  englishWords: 0.6,
  latinWords: 1.338,
  latinBeyond5: 0.092,
  latinAccents: 0.841,
  digitGroups: 1.681,
  punctuationRuns: 0.76,
  spaceRuns: 0.187,
  cyrillicWords: 1.367,
  cyrillicBeyond4: 0.141,
  cyrillicNotRussian: 0.77,
  arabicWords: 1.185,
  arabicBeyond3: 0.301,
  hebrew: 0.476,
  greek: 0.459,
  indic: 0.373,
  southEastAsian: 0.462,
  hangul: 0.749,
  kana: 0.712,
  han: 0.802,
  otherLetters: 0.464,
  rareLetters: 2.208,
  otherSymbols: 0.938,
  // Not of the fit, where they hardly occur: they keep encoded data and drawings from looking cheap.
  latinBeyond20: 0.3,
  punctuationBeyond1: 0.1,
} as const satisfies Record<TokenFeature, number>;

const vector = tokenFeatures.map((feature) => weights[feature]);

/**
 * Tokens of a text, estimated from its words and scripts in one pass: no encoder is loaded, and no text is slow.
 * `scale` is the tokens of the model's encoding for one of `o200k_base`.
 */
export function estimateTokens(text: string, scale = 1): number {
  const tokens = countFeatures(text).reduce((sum, count, place) => sum + count * (vector[place] ?? 0), 0);
  return Math.round(scale * tokens);
}

/**
 * Anthropic does not publish its encodings. By its own migration guides the one that came with Opus 4.7 takes about
 * 30 % more tokens than the one before, which takes about a fifth more than `o200k_base`.
 */
const olderClaude = /^anthropic\/claude-(?:3|(?:haiku|sonnet)-4|opus-4-(?:[0156]|\d{8})|opus-4$)/u;

/** The scale of a model's encoding by the model's id. */
export function tokenScaleOf(modelId: string): number {
  if (!modelId.startsWith("anthropic/")) return 1;
  return olderClaude.test(modelId) ? 1.2 : 1.55;
}
