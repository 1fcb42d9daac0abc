import type { Json } from "@observatory/core";
import type { OwnValues } from "../facets/own/own-facet.ts";

/** One request that counts, with what its conversation is counted by. Private. */
export interface AnalysisRow {
  readonly id: string;
  /** A conversation without an account is its own. */
  readonly account: string;
  readonly createdAt: string | null;
  readonly duplicateKey: string;
  readonly part: number;
  /** Group of copies of which other accounts have one; -1: none. */
  readonly copies: number;
  /** Whether its account has the history that is asked for. */
  readonly settled: boolean;
  /** Thousandths of the conversation. */
  readonly weight: number;
  readonly base: number;
  readonly languages: readonly string[];
  readonly concern: number;
  readonly turns: number;
  readonly length: number;
  readonly own: OwnValues;
  readonly model: string | null;
  readonly labels: Readonly<Record<string, Json>>;
}
