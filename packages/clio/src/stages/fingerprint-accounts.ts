import { contentHash } from "@observatory/core";
import { readShards, type StageResult } from "@observatory/store";
import { join } from "node:path";
import { conversationColumns } from "./tables.ts";

/**
 * For each account, by its hash, what all its conversations are: equal where nothing of it changed, whatever the order. A
 * conversation without an account is its own. Private. Memory: some hundred bytes an account.
 */
export async function fingerprintAccounts(
  imported: StageResult,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const accounts = new Map<string, string>();
  const table = join(imported.directory, "conversations");
  for await (const row of readShards(table, conversationColumns, { signal })) {
    const account = contentHash(row.account ?? ["conversation", row.id]).slice(0, 16);
    const own = contentHash(row).slice(0, 16);
    accounts.set(account, mix(accounts.get(account), own));
  }
  return accounts;
}

/** How many accounts are in one of the two alone or changed in between. */
export function countDifferingAccounts(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): number {
  let same = 0;
  for (const [account, fingerprint] of now) if (before.get(account) === fingerprint) same++;
  const both = [...now.keys()].filter((account) => before.has(account)).length;
  return before.size + now.size - both - same;
}

/** The sum of 64 bits, so that the order does not matter and two equal ones do not cancel out. */
function mix(sum: string | undefined, own: string): string {
  const total = (BigInt(`0x${sum ?? "0"}`) + BigInt(`0x${own}`)) & 0xffff_ffff_ffff_ffffn;
  return total.toString(16).padStart(16, "0");
}
