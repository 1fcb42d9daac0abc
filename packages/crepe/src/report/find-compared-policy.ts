import { isSighted } from "../evaluate/is-sighted.ts";
import { tiePolicies, type ResultsHead, type TiePolicy } from "../evaluate/results.ts";

/**
 * The policy for ties of those scorers that are compared: the one that most of those that see have, `expected` of several.
 * What is counted in another way is never held against it.
 */
export function findComparedPolicy(heads: readonly Pick<ResultsHead, "scorer" | "ties">[]): TiePolicy {
  const sighted = heads.filter(({ scorer }) => isSighted(scorer));
  const voting = sighted.length > 0 ? sighted : heads;
  const countOf = (policy: TiePolicy) => voting.filter(({ ties }) => ties.policy === policy).length;
  return tiePolicies.reduce((most, policy) => (countOf(policy) > countOf(most) ? policy : most), "expected");
}
