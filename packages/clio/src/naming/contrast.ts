/** How often a phrase occurs among the texts inside and outside a cluster. */
export interface Occurrences {
  readonly inside: number;
  readonly insideTexts: number;
  readonly outside: number;
  readonly outsideTexts: number;
}

const priorTexts = 20;
const leastPrior = 0.5;

/**
 * How surely a phrase belongs inside: the log-odds ratio of inside against outside with an informative Dirichlet
 * prior, less one standard deviation (Monroe, Colaresi and Quinn, "Fightin' Words", 2008, equations 15 and 20).
 *
 * The prior is what both sides say together, weighted as twenty texts and at least half a text. Taking the
 * deviation off, where the paper divides by it, keeps the scale of odds whatever the size of the cluster.
 */
export function sureLogOdds({ inside, insideTexts, outside, outsideTexts }: Occurrences): number {
  const share = (inside + outside) / Math.max(1, insideTexts + outsideTexts);
  const prior = Math.max(leastPrior, priorTexts * Math.min(0.95, share));
  const logOdds = (count: number, texts: number): number =>
    Math.log((count + prior) / (Math.max(texts - count, 0) + priorTexts - prior));
  const deviation = Math.sqrt(1 / (inside + prior) + 1 / (outside + prior));
  return logOdds(inside, insideTexts) - logOdds(outside, outsideTexts) - deviation;
}
