/** How often a phrase occurs among the texts inside and outside a cluster. */
export interface Occurrences {
  readonly inside: number;
  readonly insideTexts: number;
  readonly outside: number;
  readonly outsideTexts: number;
}

const priorTexts = 20;

/**
 * Log-odds ratio of a phrase inside against outside, with an informative Dirichlet prior: the prior is what both
 * sides say together, weighted as twenty texts, so that rare phrases stay near zero (Monroe, Colaresi and Quinn,
 * "Fightin' Words", 2008, equation 15).
 */
export function logOddsRatio({ inside, insideTexts, outside, outsideTexts }: Occurrences): number {
  const share = (inside + outside + 0.5) / (insideTexts + outsideTexts + 1);
  const prior = priorTexts * Math.min(0.99, share);
  const logOdds = (count: number, texts: number): number => Math.log((count + prior) / (Math.max(texts - count, 0) + priorTexts - prior));
  return logOdds(inside, insideTexts) - logOdds(outside, outsideTexts);
}
