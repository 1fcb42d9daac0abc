import { ignoreEvents } from "@observatory/core";
import { ensurePrivateDirectory, writeFileAtomic } from "@observatory/store";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { readAssignments } from "../assignments.ts";
import type { Conversation } from "../conversation.ts";
import { writeConversations } from "../import/write-conversations.ts";
import { createLexicalAnalyst } from "../lexical-analyst.ts";
import { runClio } from "../pipeline.ts";
import type { Release } from "../release/release.ts";
import { synthesizeConversations } from "../synth/synthesize-conversations.ts";
import { differenceNumbers, differenceReleases, type Differencing, type ToldNumber } from "./differencing.ts";
import type { AttackOutcome } from "./attack-report.ts";
import { judgeOutcome, toCountScore } from "./judge-outcome.ts";
import type { SuiteContext } from "./suite-context.ts";
import { createWordEmbedder } from "./word-embedder.ts";

/** Pairs of releases, and conversations of the first of each. */
const sizes = { small: { pairs: 2, conversations: 240 }, full: { pairs: 40, conversations: 600 } } as const;

/** Two releases that are certain to differ by fewer accounts than this tell of somebody. */
const fewest = 5;

interface MadeRelease {
  readonly release: Release;
  /** Exact numbers: what would be told without a defence. */
  readonly exact: readonly ToldNumber[];
}

/**
 * Two releases about the same people, the second with one account more: does their difference show for certain that somebody came? With a
 * project, whose ledger holds numbers back that have hardly moved, and with two runs that know nothing of each other.
 */
export async function attackByDifferencing(
  context: SuiteContext,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<AttackOutcome[]> {
  const { pairs, conversations } = sizes[context.size];
  const found = { off: 0, project: 0, apart: 0 };
  for (let pair = 0; pair < pairs; pair++) {
    const directory = join(context.work, `differencing-${pair}`);
    const seed = context.seed * 1000 + pair;
    const before = [...synthesizeConversations({ conversations, seed, languages: ["en"] })];
    const after = [...before, ...createNewcomer(seed)];
    const make = (name: string, input: readonly Conversation[], project?: string): Promise<MadeRelease> =>
      makeRelease(join(directory, name), input, project, { ...context, seed });
    const project = join(directory, "project");
    const first = await make("before", before, project);
    const second = await make("after", after, project);
    const apart = await make("apart", after);
    found.off += showsSomebody(differenceNumbers(first.exact, apart.exact));
    found.project += showsSomebody(differenceReleases(first.release, second.release));
    found.apart += showsSomebody(differenceReleases(first.release, apart.release));
    await rm(directory, { recursive: true, force: true });
    onProgress(pair + 1, pairs);
  }
  return (["project", "apart"] as const).map((how) =>
    judgeOutcome({
      attack: "differencing",
      variant: how === "project" ? "two releases of one project" : "two runs without a project",
      measure: "pairs whose difference is certain to be of a few accounts",
      off: toCountScore(found.off, pairs),
      on: toCountScore(found[how], pairs),
      chance: null,
      bound: 0,
      judged: "value",
      decisive: true,
      claimed: how === "project",
    }),
  );
}

function showsSomebody({ leastCertain }: Pick<Differencing, "leastCertain">): number {
  return leastCertain > 0 && leastCertain < fewest ? 1 : 0;
}

/** Three conversations of an account that was not there before. */
function createNewcomer(seed: number): Conversation[] {
  const made = [...synthesizeConversations({ conversations: 3, seed: seed + 500, languages: ["en"] })];
  return made.map((conversation, at) => ({ ...conversation, id: `newcomer-${at}`, account: "newcomer" }));
}

async function makeRelease(
  directory: string,
  input: readonly Conversation[],
  project: string | undefined,
  { preset, seed, threads, signal }: SuiteContext,
): Promise<MadeRelease> {
  await ensurePrivateDirectory(directory);
  const file = join(directory, "corpus.jsonl");
  await writeFileAtomic(file, writeConversations(input));
  const out = join(directory, "run");
  const analyst = createLexicalAnalyst();
  const shared = project === undefined ? {} : { project };
  const { release } = await runClio([file], {
    ...shared,
    out,
    analyst,
    embedder: createWordEmbedder(),
    preset,
    seed,
    threads,
    signal,
    onEvent: ignoreEvents,
  });
  await analyst.close();
  return {
    release,
    exact: await listExact(out, new Set(input.map(({ account, id }) => account ?? id)).size),
  };
}

async function listExact(run: string, accounts: number): Promise<ToldNumber[]> {
  let conversations = 0;
  for await (const _ of readAssignments(run)) conversations++;
  return [
    { what: "conversations", value: conversations, slack: 0 },
    { what: "accounts", value: accounts, slack: 0 },
  ];
}
