import type { Random } from "@observatory/core";
import { tieTolerance } from "./first-place.ts";
import type { RowScores } from "./score-rows.ts";
import { drawSubsets } from "./subsets.ts";

/** For each row the places of the negatives that stay (0 is the first negative), or null for a row that goes. */
export type Selection = (readonly number[] | null)[];

export interface BalanceOptions {
  /** How many negatives a row keeps. */
  readonly negatives: number;
  readonly random: Random;
  /** `uniform`: every rank as often as any other. `first`: only the first rank as often as chance; keeps more rows. */
  readonly ranks?: "uniform" | "first";
  /** Where to start; a random choice for each row unless given. */
  readonly start?: Selection;
  readonly signal?: AbortSignal;
}

/** The most subsets of a row's negatives that are looked at. */
const subsetLimit = 64;

/** How far the share of first places may stay from chance, in standard errors of a share from that many rows. */
const tolerance = 0.25;

/**
 * Chooses negatives, and drops rows where choice is not enough, until the rank of the true caption is uniform over
 * 1..k+1 under every probe.
 *
 * With I(p, t) the number of kept rows that probe p ranks t, ties split, less its expectation under uniformity, the sum
 * of I(p, t)^2, each over the number of rows that p tells apart, is to become least. Coordinate descent visits rows in random order and gives each
 * the subset that makes it least. Rows go only when, at a price that is lowered step by step, they still pull away from
 * balance; a dropped row returns when that helps. So a set that choice alone can balance loses nothing.
 *
 * @param scores for each probe, for each row, the scores of the true caption and of all its candidates
 * @param candidates for each row the places of the negatives that may stay
 */
export function balanceRanks(
  scores: readonly (readonly RowScores[])[],
  candidates: readonly (readonly number[])[],
  options: BalanceOptions,
): Selection {
  const { negatives: size, random, signal } = options;
  const table = new RankTable(scores.length, size, options.ranks === "first" ? 1 : size + 1);
  const subsets = new Map<number, number[][]>();
  const rows = candidates.map((places, i): Row => {
    const options =
      subsets.get(places.length) ?? drawSubsets(places.length, size, { limit: subsetLimit, random });
    subsets.set(places.length, options);
    const comparisons = Int8Array.from(
      scores.flatMap((column) => places.map((place) => compare(column[i] ?? new Float64Array(), place))),
    );
    return { places, options, ...toStandings(options, comparisons, places.length), choice: -1 };
  });
  rows.forEach((row, i) => {
    row.choice = row.options.length === 0 ? -1 : startingChoice(row, options.start?.[i], random);
    if (row.choice >= 0) table.add(row, 1);
  });
  const order = random.shuffle(rows.filter((row) => row.options.length > 0));
  const chance = 1 / (size + 1);
  // Half the pull towards a probe that is off balance by just what is tolerated.
  const lowestPrice = tolerance * Math.sqrt((1 / chance - 1) / Math.max(1, order.length));
  let price = Infinity;
  while (price > lowestPrice) {
    let strongest = 0;
    for (let pass = 0; pass < 3; pass++) {
      signal?.throwIfAborted();
      let changes = 0;
      strongest = 0;
      for (const row of order) {
        const { changed, pull } = table.improve(row, price);
        if (changed) changes++;
        strongest = Math.max(strongest, pull);
      }
      if (changes <= order.length / 1000) break;
    }
    if (table.isBalanced()) break;
    price = Math.min(price, strongest) / 1.5;
  }
  return rows.map((row) => row.options[row.choice]?.map((i) => row.places[i] ?? 0) ?? null);
}

interface Row {
  readonly places: readonly number[];
  /** Subsets of indices into `places`. */
  readonly options: readonly (readonly number[])[];
  /** For each option, for each probe: how many negatives score higher than the true caption, and how many the same. */
  readonly above: Uint8Array;
  readonly tied: Uint8Array;
  /** Index into `options`; -1 where the row is dropped. */
  choice: number;
}

function compare(scores: RowScores, place: number): number {
  const lead = (scores[place + 1] ?? 0) - (scores[0] ?? 0);
  return Math.abs(lead) <= tieTolerance ? 0 : Math.sign(lead);
}

function startingChoice(row: Row, start: readonly number[] | null | undefined, random: Random): number {
  if (start === null) return -1;
  const wanted = start?.join();
  const found = row.options.findIndex((option) => option.map((i) => row.places[i]).join() === wanted);
  return found >= 0 ? found : random.integer(row.options.length);
}

/** How often each probe ranked the true caption where, less what uniform ranks would give. */
class RankTable {
  readonly #probes: number;
  readonly #ranks: number;
  /** Only the ranks below this one have to be as frequent as chance. */
  readonly #watched: number;
  readonly #excess: Float64Array;
  /** For each probe how many rows it tells apart: a row where all tie counts 0, one without a tie 1. */
  readonly #informed: Float64Array;

  constructor(probes: number, negatives: number, watched: number) {
    this.#probes = probes;
    this.#ranks = negatives + 1;
    this.#watched = watched;
    this.#excess = new Float64Array(probes * this.#ranks);
    this.#informed = new Float64Array(probes);
  }

  /** Adds the row's present choice, or takes it away for a sign of -1. */
  add(row: Row, sign: 1 | -1): void {
    for (let probe = 0; probe < this.#probes; probe++) {
      const above = row.above[row.choice * this.#probes + probe] ?? 0;
      const tied = row.tied[row.choice * this.#probes + probe] ?? 0;
      const base = probe * this.#ranks;
      const information = (1 / (tied + 1) - 1 / this.#ranks) / (1 - 1 / this.#ranks);
      this.#informed[probe] = (this.#informed[probe] ?? 0) + sign * information;
      for (let rank = 0; rank < this.#ranks; rank++) {
        const share = rank >= above && rank <= above + tied ? 1 / (tied + 1) : 0;
        this.#excess[base + rank] = (this.#excess[base + rank] ?? 0) + sign * (share - 1 / this.#ranks);
      }
    }
  }

  /** Gives the row its best choice at this price of a drop, and tells how hard that choice pulls away from balance. */
  improve(row: Row, price: number): { changed: boolean; pull: number } {
    const before = row.choice;
    if (before >= 0) this.add(row, -1);
    let best = -1;
    let bestCost = Infinity;
    let bestPull = Infinity;
    row.options.forEach((_, choice) => {
      const { cost, pull } = this.#weigh(row, choice);
      // At equal cost the choice stays, so that a balanced table comes to rest.
      if (cost < bestCost - 1e-9 || (choice === before && cost <= bestCost + 1e-9)) {
        best = choice;
        bestCost = cost;
        bestPull = pull;
      }
    });
    const pull = bestPull - this.#expectedPull();
    row.choice = pull > price ? -1 : best;
    if (row.choice >= 0) this.add(row, 1);
    return { changed: row.choice !== before, pull };
  }

  isBalanced(): boolean {
    const chance = 1 / this.#ranks;
    return this.#informed.every(
      (informed, probe) =>
        Math.abs(this.#excess[probe * this.#ranks] ?? 0) <=
        tolerance * Math.sqrt(Math.max(1, informed) * chance * (1 - chance)),
    );
  }

  /** Makes the squares of all probes alike: each is of the size of chi squared when ranks are random. */
  #weight(probe: number): number {
    return this.#ranks / Math.max(1, this.#informed[probe] ?? 0);
  }

  /**
   * What adding the row with this choice changes in the sum of squares, less what is the same for every choice; `pull`
   * is the part that depends on the other rows.
   */
  #weigh(row: Row, choice: number): { cost: number; pull: number } {
    let pull = 0;
    let own = 0;
    for (let probe = 0; probe < this.#probes; probe++) {
      const above = row.above[choice * this.#probes + probe] ?? 0;
      const tied = row.tied[choice * this.#probes + probe] ?? 0;
      const share = 1 / (tied + 1);
      const weight = this.#weight(probe);
      const base = probe * this.#ranks;
      for (let rank = above; rank <= above + tied && rank < this.#watched; rank++) {
        pull += 2 * weight * share * (this.#excess[base + rank] ?? 0);
        own += weight * share * (share - 2 / this.#ranks);
      }
    }
    return { cost: pull + own, pull };
  }

  /** The pull of a row that were at every rank equally. */
  #expectedPull(): number {
    let sum = 0;
    for (let probe = 0; probe < this.#probes; probe++) {
      const base = probe * this.#ranks;
      for (let rank = 0; rank < this.#watched; rank++)
        sum += this.#weight(probe) * (this.#excess[base + rank] ?? 0);
    }
    return (2 * sum) / this.#ranks;
  }
}

/** @param comparisons for each probe, for each place: 1 where the negative scores higher, 0 tied, -1 lower */
function toStandings(
  options: readonly (readonly number[])[],
  comparisons: Int8Array,
  places: number,
): { above: Uint8Array; tied: Uint8Array } {
  const probes = places === 0 ? 0 : comparisons.length / places;
  const above = new Uint8Array(options.length * probes);
  const tied = new Uint8Array(options.length * probes);
  options.forEach((option, choice) => {
    for (let probe = 0; probe < probes; probe++) {
      const at = choice * probes + probe;
      for (const i of option) {
        const comparison = comparisons[probe * places + i] ?? 0;
        if (comparison > 0) above[at] = (above[at] ?? 0) + 1;
        else if (comparison === 0) tied[at] = (tied[at] ?? 0) + 1;
      }
    }
  });
  return { above, tied };
}
