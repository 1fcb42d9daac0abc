import { PrivacyError, sha256 } from "@observatory/core";
import {
  acquireLock,
  appendDurably,
  ensurePrivateDirectory,
  readTextIfThere,
  writeFileAtomic,
} from "@observatory/store";
import { join } from "node:path";
import {
  ledgerEntrySchema,
  type BudgetEntry,
  type LedgerEntry,
  type LimitEntry,
  type ReleaseEntry,
} from "./ledger-entry.ts";
import { parseLedger } from "./parse-ledger.ts";

/** What was published about the people of a project, and what privacy budget was spent on them. */
export interface Ledger extends AsyncDisposable {
  /** The project's directory, mode 0700. */
  readonly directory: string;
  /** In the order in which they were written. */
  readonly entries: readonly LedgerEntry[];
  /** The last release; null before the first. */
  readonly lastRelease: ReleaseEntry | null;
  /** What all budget entries sum to. */
  readonly spent: Budgeted;
  /** Writes that a release is about to be published; it is on disk when this returns. Throws StateError. */
  addRelease(release: Omit<ReleaseEntry, "kind" | "time" | "after" | "number">): Promise<ReleaseEntry>;
  /**
   * Takes from the budget, before what it pays for is done; it is on disk when this returns, and stays spent whatever
   * comes after. Throws PrivacyError where all that was spent would pass the limit, and then writes nothing.
   */
  spendBudget(spending: Spending): Promise<BudgetEntry>;
  /** What all that is spent may come to; null where nobody has said it. */
  readonly limit: LimitEntry | null;
  /** Sets the limit of the project, once and for all. Throws PrivacyError where another one is set. */
  setLimit(limit: Pick<LimitEntry, "epsilon" | "delta">): Promise<LimitEntry>;
}

/** An amount of differential privacy. Each adds up by itself; who composes by rho looks at rho alone. */
export interface Budgeted {
  readonly epsilon: number;
  readonly delta: number;
  /** Of zero-concentrated differential privacy. */
  readonly rho: number;
}

export interface Spending extends Budgeted {
  /** What it pays for; at most 200 characters, and no text of a conversation. */
  readonly purpose: string;
  /** What all spendings of the project may sum to; what is left out is not limited, but one must be given. */
  readonly limit: Partial<Budgeted>;
}

export interface LedgerOptions {
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

const file = "ledger.jsonl";

/**
 * Opens the ledger of a project for its one writer, and makes the directory where there is none. Nobody else, in this
 * process or another, can open it until it is disposed of; the lock of a dead owner is taken over.
 *
 * Throws PrivacyError for a ledger that is damaged (see {@link parseLedger} for a last line that was cut short),
 * StateError for one that is in use.
 *
 * @example
 * await using ledger = await openLedger("my-project");
 * await ledger.spendBudget({ epsilon: 1, delta: 0, rho: 0.5, purpose: "sizes", limit: { rho: 2 } });
 */
export async function openLedger(projectDir: string, options: LedgerOptions = {}): Promise<Ledger> {
  const { clock = Date.now } = options;
  await ensurePrivateDirectory(projectDir);
  const lock = await acquireLock(join(projectDir, "ledger.lock"));
  try {
    return await openLocked(projectDir, lock, clock);
  } catch (error) {
    await lock[Symbol.asyncDispose]();
    throw error;
  }
}

async function openLocked(directory: string, lock: AsyncDisposable, clock: () => number): Promise<Ledger> {
  const path = join(directory, file);
  const before = await readTextIfThere(path);
  const parsed = parseLedger(before ?? "", path);
  if (before !== null && parsed.text !== before) await writeFileAtomic(path, parsed.text, { mode: 0o600 });
  const entries = [...parsed.entries];
  let { lastHash } = parsed;
  let last: Promise<unknown> = Promise.resolve();
  let isOpen = true;

  /** One after the other: each entry names the one before. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
  const append = async (entry: LedgerEntry): Promise<void> => {
    if (!isOpen) throw new PrivacyError(`the ledger ${path} is closed`);
    const line = JSON.stringify(ledgerEntrySchema.parse(entry));
    try {
      await appendDurably(path, `${line}\n`, { mode: 0o600 });
    } catch (error) {
      // Some of it may be there: only opening it again can tell.
      isOpen = false;
      throw error;
    }
    entries.push(entry);
    lastHash = sha256(line);
  };
  const stamp = () => ({ time: new Date(clock()).toISOString(), after: lastHash });
  const releases = (): ReleaseEntry[] => entries.filter((entry) => entry.kind === "release");
  const spent = (): Budgeted => sumBudget(entries.filter((entry) => entry.kind === "budget"));

  return {
    directory,
    get entries() {
      return [...entries];
    },
    get lastRelease() {
      return releases().at(-1) ?? null;
    },
    get spent() {
      return spent();
    },
    addRelease: (release) =>
      inTurn(async () => {
        const entry: ReleaseEntry = {
          kind: "release",
          ...stamp(),
          number: releases().length + 1,
          ...release,
        };
        await append(entry);
        return entry;
      }),
    spendBudget: ({ limit, purpose, epsilon, delta, rho }) =>
      inTurn(async () => {
        const entry: BudgetEntry = { kind: "budget", ...stamp(), epsilon, delta, rho, purpose };
        const parsedEntry = ledgerEntrySchema.safeParse(entry);
        if (!parsedEntry.success)
          throw new PrivacyError("this is no amount of privacy budget that could be spent");
        assertWithin(sumBudget([spent(), entry]), limit, spent());
        await append(entry);
        return entry;
      }),
    get limit() {
      return limitOf(entries);
    },
    setLimit: ({ epsilon, delta }) =>
      inTurn(async () => {
        const set = limitOf(entries);
        if (set?.epsilon === epsilon && set.delta === delta) return set;
        if (set !== null) {
          throw new PrivacyError(
            `the limit of this project is epsilon ${set.epsilon} at delta ${set.delta}`,
            {
              hint: "It was set once for all releases about these people and cannot be moved: leave the flag out.",
            },
          );
        }
        const entry: LimitEntry = { kind: "limit", ...stamp(), epsilon, delta };
        if (!ledgerEntrySchema.safeParse(entry).success)
          throw new PrivacyError("this is no limit that a budget could have");
        await append(entry);
        return entry;
      }),
    [Symbol.asyncDispose]: async () => {
      await last;
      isOpen = false;
      await lock[Symbol.asyncDispose]();
    },
  };
}

function limitOf(entries: readonly LedgerEntry[]): LimitEntry | null {
  return entries.find((entry) => entry.kind === "limit") ?? null;
}

function sumBudget(parts: readonly Budgeted[]): Budgeted {
  return parts.reduce<Budgeted>(
    (sum, part) => ({
      epsilon: sum.epsilon + part.epsilon,
      delta: sum.delta + part.delta,
      rho: sum.rho + part.rho,
    }),
    { epsilon: 0, delta: 0, rho: 0 },
  );
}

/** A sum of fractions may be off in its last digits, which must not refuse the last of ten tenths. */
const tolerance = 1e-9;

function assertWithin(all: Budgeted, limit: Partial<Budgeted>, spent: Budgeted): void {
  const names = (["epsilon", "delta", "rho"] as const).filter((name) => limit[name] !== undefined);
  if (names.length === 0) throw new PrivacyError("a budget without a limit is none");
  for (const name of names) {
    const most = limit[name] ?? 0;
    // Written so that a limit that is no number refuses.
    if (all[name] <= most * (1 + tolerance)) continue;
    throw new PrivacyError(
      `the privacy budget is spent: ${name} ${spent[name]} of ${most}, and this would make it ${all[name]}`,
      { hint: "Publish less, or decide anew how much these people's privacy may be spent." },
    );
  }
}
