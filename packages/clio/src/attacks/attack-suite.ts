import { contentHash, ignoreEvents, sha256, UsageError, type EventSink } from "@observatory/core";
import { ensurePrivateDirectory, parseVersionedFile, writeFileAtomic } from "@observatory/store";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { attackNames, type AttackName, type PresetName, type SuiteSize } from "../names.ts";
import type { Release } from "../release/release.ts";
import { version } from "../version.ts";
import {
  attackReportSchema,
  attackResultSchema,
  attackSchemaName,
  verdicts,
  type AttackOutcome,
  type AttackReport,
} from "./attack-report.ts";
import { attackWithCanaries } from "./canaries-attack.ts";
import { attackByDifferencing } from "./differencing-attack.ts";
import { attackWithEchoes } from "./echo-attack.ts";
import { attackMembership } from "./membership-attack.ts";
import { attackWithPoison } from "./poison-attack.ts";
import { remainingAttacks } from "./remaining-attacks.ts";
import type { SuiteContext } from "./suite-context.ts";

export interface AttackSuiteOptions {
  /** `small` unless told. */
  readonly size?: SuiteSize;
  /** All unless told. */
  readonly attacks?: readonly AttackName[];
  readonly preset?: PresetName;
  readonly seed?: number;
  /** Where results are kept, so that an attack that is finished is not run again; a temporary directory unless told. */
  readonly out?: string | undefined;
  readonly threads?: number;
  /** Makes the page of a release, so that it is searched too. */
  readonly renderReport?: (release: Release) => string;
  /** What a terminal shows of a release, so that it is searched too. */
  readonly print?: (release: Release) => readonly string[];
  readonly onEvent?: EventSink;
  readonly signal?: AbortSignal;
}

type Attack = (
  context: SuiteContext,
  onProgress: (done: number, total: number) => void,
) => Promise<AttackOutcome[]>;

const attacks = {
  canaries: attackWithCanaries,
  poison: attackWithPoison,
  membership: attackMembership,
  differencing: attackByDifferencing,
  echo: attackWithEchoes,
} as const satisfies Record<AttackName, Attack>;

/**
 * Attacks what this version publishes, on synthetic conversations alone, with an analyst that obeys the attacker, each attack with the
 * defence on and off. With the defence off an attack must succeed, or it shows nothing and is void.
 *
 * The same options give the same report. Finished attacks are kept in `out` as `<attack>.json` and the report as `attacks.json`. Throws
 * UsageError for attacks that there are none of, and the reason of an abort.
 *
 * @example
 * const { outcomes } = await runAttackSuite({ size: "full", out: "attacks" });
 */
export async function runAttackSuite(options: AttackSuiteOptions = {}): Promise<AttackReport> {
  const { size = "small", preset = "explore", seed = 0, onEvent = ignoreEvents } = options;
  const chosen = attackNames.filter((name) => options.attacks?.includes(name) ?? true);
  if (chosen.length === 0) {
    throw new UsageError("no attack is chosen", { hint: `Choose among ${attackNames.join(", ")}.` });
  }
  const out = options.out ?? (await mkdtemp(join(tmpdir(), "observatory-attack-")));
  const context: SuiteContext = {
    size,
    preset,
    seed,
    threads: options.threads ?? availableParallelism(),
    work: join(out, "work"),
    renderReport: options.renderReport,
    print: options.print ?? (() => []),
    onEvent,
    signal: options.signal ?? new AbortController().signal,
  };
  try {
    await ensurePrivateDirectory(out);
    const outcomes: AttackOutcome[] = [];
    for (const name of chosen) outcomes.push(...(await runKept(name, out, context)));
    const report = attackReportSchema.parse({
      schema: attackSchemaName,
      version,
      size,
      preset,
      seed,
      outcomes,
      verdicts: countVerdicts(outcomes),
      remaining: [...remainingAttacks],
    } satisfies AttackReport);
    await writeFileAtomic(join(out, "attacks.json"), `${JSON.stringify(report, null, 2)}\n`);
    return report;
  } finally {
    await rm(context.work, { recursive: true, force: true });
    if (options.out === undefined) await rm(out, { recursive: true, force: true });
  }
}

/** The outcomes of one attack: those that are kept, if nothing that they depend on changed. */
async function runKept(name: AttackName, out: string, context: SuiteContext): Promise<AttackOutcome[]> {
  const { size, preset, seed, onEvent, signal } = context;
  signal.throwIfAborted();
  const path = join(out, `${name}.json`);
  const key = sha256(contentHash({ name, size, preset, seed, version, suite: suiteVersion }));
  const started = performance.now();
  const kept = await readKept(path);
  const stage = `attack: ${name}`;
  if (kept?.key === key) {
    onEvent({ type: "stage-end", stage, status: "reused", counts: {}, durationMs: 0 });
    return kept.outcomes;
  }
  onEvent({ type: "stage-start", stage, total: null });
  const outcomes = await attacks[name](context, (done, total) =>
    onEvent({ type: "stage-progress", stage, done, total }),
  );
  const result = { schema: attackSchemaName, attack: name, key, outcomes };
  await writeFileAtomic(path, `${JSON.stringify(result, null, 2)}\n`);
  const counts = {
    outcomes: outcomes.length,
    failed: outcomes.filter(({ verdict }) => verdict === "fails").length,
  };
  onEvent({ type: "stage-end", stage, status: "done", counts, durationMs: performance.now() - started });
  return outcomes;
}

/** Counts up with every change of an attack, so that no result of an earlier form is taken for one of this. */
const suiteVersion = 2;

/** Null where nothing usable is kept. */
async function readKept(path: string) {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  const [name = "", number = "1"] = attackSchemaName.split("@");
  const cure = "Delete it and run the same command again.";
  return parseVersionedFile(text, path, { name, version: Number(number), schema: attackResultSchema, cure });
}

function countVerdicts(outcomes: readonly AttackOutcome[]): AttackReport["verdicts"] {
  const counts = { holds: 0, fails: 0, void: 0, undecided: 0, open: 0 };
  for (const verdict of verdicts)
    counts[verdict] = outcomes.filter((outcome) => outcome.verdict === verdict).length;
  return counts;
}
