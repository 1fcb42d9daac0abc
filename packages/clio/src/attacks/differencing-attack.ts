import { ensurePrivateDirectory, writeFileAtomic } from "@observatory/store";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Conversation } from "../conversation.ts";
import { writeConversations } from "../import/write-conversations.ts";
import { createLexicalAnalyst } from "../lexical-analyst.ts";
import type { AttackOutcome } from "./attack-report.ts";
import type { NumberDifference } from "./differencing.ts";
import { createDifferencingWorld } from "./differencing-world.ts";
import { judgeOutcome, toCountScore } from "./judge-outcome.ts";
import { replayDifferencing, type ReplayedDifferencing } from "./replay-differencing.ts";
import type { SuiteContext } from "./suite-context.ts";
import { createWordEmbedder } from "./word-embedder.ts";

/** Pairs of releases of each variant, accounts of the first release, and how many variants. */
const sizes = {
  small: { pairs: 1, accounts: 60, tried: 1 },
  full: { pairs: 40, accounts: 150, tried: 2 },
} as const;

/** A change that is certain and of fewer people than this tells of somebody. */
const fewest = 5;

/** Accounts that the attacker adds, so many that a project publishes anew. */
const coverAccounts = 30;

const allVariants = [
  { name: `one account more under ${coverAccounts} of the attacker's`, cover: coverAccounts },
  { name: "one account more", cover: 0 },
] as const;

const defences = [
  { name: "two releases of one project", side: "on", claimed: true },
  { name: "two runs without a project", side: "withoutLedger", claimed: false },
] as const;

/**
 * Two releases about the same people, the second with one account more, alone or together with accounts that the attacker adds and subtracts
 * again: is it certain that somebody came? With a project, whose ledger holds back what has hardly moved, and with two runs that know
 * nothing of each other, for which nothing is claimed.
 */
export async function attackByDifferencing(
  context: SuiteContext,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<AttackOutcome[]> {
  const { pairs, accounts, tried } = sizes[context.size];
  const variants = allVariants.slice(0, tried);
  const found = variants.map(() => ({ off: 0, on: 0, withoutLedger: 0 }));
  const analyst = createLexicalAnalyst({ threads: context.threads });
  for (let pair = 0; pair < pairs; pair++) {
    const directory = join(context.work, `differencing-${pair}`);
    const write = async (name: string, chats: readonly Conversation[]): Promise<string[]> => {
      const path = join(directory, `${name}.jsonl`);
      await writeFileAtomic(path, writeConversations(chats));
      return [path];
    };
    await ensurePrivateDirectory(directory);
    const world = createDifferencingWorld({
      accounts,
      cover: coverAccounts,
      seed: context.seed * 1000 + pair,
    });
    const replayed = await replayDifferencing({
      before: await write("before", world.crowd),
      after: await Promise.all(
        variants.map(({ cover }) =>
          write(`after-${cover}`, [...world.crowd, ...world.cover.slice(0, cover), ...world.target]),
        ),
      ),
      directory,
      analyst,
      embedder: createWordEmbedder(),
      clusters: 3,
      levels: 1,
      overlays: ["plan"],
      preset: context.preset,
      seed: context.seed,
      threads: context.threads,
      signal: context.signal,
    });
    replayed.forEach((sides, at) => {
      const counts = found[at];
      const cover = variants[at]?.cover ?? 0;
      if (counts === undefined) return;
      for (const side of ["off", "on", "withoutLedger"] as const) {
        if (showsSomebody(sides[side], cover)) counts[side]++;
      }
    });
    await rm(directory, { recursive: true, force: true });
    onProgress(pair + 1, pairs);
  }
  await analyst.close();
  return variants.flatMap(({ name }, at) =>
    defences.map((defence) =>
      judgeOutcome({
        attack: "differencing",
        variant: `${name}, ${defence.name}`,
        measure: "pairs in which it is certain that somebody came",
        off: toCountScore(found[at]?.off ?? 0, pairs),
        on: toCountScore(found[at]?.[defence.side] ?? pairs, pairs),
        chance: null,
        bound: 0,
        judged: "value",
        decisive: true,
        claimed: defence.claimed,
      }),
    ),
  );
}

/**
 * Whether some number changed for certain by few people, what the attacker added himself taken off. He knows what he added to the whole
 * and to the columns of his labels; in which clusters it came to lie he does not.
 */
function showsSomebody({ numbers }: ReplayedDifferencing["on"], cover: number): boolean {
  return numbers.some(({ what, change }) => {
    const added = cover === 0 ? 0 : countAdded(what, cover);
    if (change === null || added === null) return false;
    const [least, most] = change;
    const certain = least > added ? least - added : most < added ? added - most : 0;
    return certain > 0 && certain < fewest;
  });
}

/** What the attacker's accounts, of one conversation each, make of a number; null where he cannot know. */
function countAdded(what: NumberDifference["what"], cover: number): number | null {
  if (/^(?:conversations|accounts)(?: of all, everything)?$/u.test(what)) return cover;
  if (/^(?:conversations|accounts) (?:of all, column|with) plan team$/u.test(what)) return 0;
  if (/^(?:conversations|accounts) (?:of all, column|with) plan free$/u.test(what)) return cover;
  return null;
}
