/** On how many a cluster stands. Private. */
export interface Concentration {
  /** True size and number of accounts. */
  readonly conversations: number;
  readonly accounts: number;
  /** Of the conversations, what the account with most of them has; 0 of nothing. */
  readonly largestAccount: number;
  /** What the largest group of copies of several accounts has. */
  readonly largestCopies: number;
  /**
   * How many accounts of equal size would be as concentrated: one by the sum of squared shares (Herfindahl's index; Hill's
   * number of order 2). 0 of nothing.
   */
  readonly effectiveAccounts: number;
}

/** Why a cluster says less about people than its size suggests. */
export type ConcentrationReason = "few-accounts" | "copies";

/** Measures one cluster. */
export interface ConcentrationMeter {
  /** Adds a part of a conversation in thousandths; all that an account has must come together. */
  add(part: { readonly account: string; readonly copies: number; readonly weight: number }): void;
  measure(): Concentration;
}

/** Memory: one number for each group of copies. */
export function createConcentrationMeter(): ConcentrationMeter {
  const weightOfCopies = new Map<number, number>();
  let current: string | null = null;
  let ofAccount = 0;
  let accounts = 0;
  let total = 0;
  let squares = 0;
  let largest = 0;
  const close = (): void => {
    squares += ofAccount ** 2;
    largest = Math.max(largest, ofAccount);
    ofAccount = 0;
  };
  return {
    add: ({ account, copies, weight }) => {
      if (account !== current) {
        close();
        current = account;
        accounts++;
      }
      ofAccount += weight;
      total += weight;
      if (copies >= 0) weightOfCopies.set(copies, (weightOfCopies.get(copies) ?? 0) + weight);
    },
    measure: () => {
      close();
      current = null;
      const ofCopies = [...weightOfCopies.values()].reduce((most, weight) => Math.max(most, weight), 0);
      const shareOf = (weight: number): number => (total === 0 ? 0 : weight / total);
      return {
        conversations: total / 1000,
        accounts,
        largestAccount: shareOf(largest),
        largestCopies: shareOf(ofCopies),
        effectiveAccounts: squares === 0 ? 0 : total ** 2 / squares,
      };
    },
  };
}

/**
 * Why a cluster is concentrated: its accounts are worth fewer than half of those that a cluster needs, or more than half of it
 * is one text that goes round.
 */
export function listConcentrationReasons(
  { effectiveAccounts, largestCopies }: Concentration,
  { minAccounts }: { readonly minAccounts: number },
): ConcentrationReason[] {
  return [
    ...(effectiveAccounts < minAccounts / 2 ? ["few-accounts" as const] : []),
    ...(largestCopies > 0.5 ? ["copies" as const] : []),
  ];
}
