import { sha256 } from "@observatory/core";
import { openCallJournal, type CallJournal } from "@observatory/store";
import { resolve } from "node:path";

/**
 * The journal of calls in a directory, opened when it is first asked for.
 *
 * @param out who pays: the same directory is the same payer, from wherever the command is called
 */
export function openJournalOnce(
  directory: string,
  out: string,
): { readonly open: () => Promise<CallJournal>; readonly close: () => Promise<void> } {
  let opened: Promise<CallJournal> | null = null;
  const scope = sha256(resolve(out)).slice(0, 16);
  return {
    open: () => (opened ??= openCallJournal(directory, { scope })),
    close: async () => (await opened)?.close(),
  };
}
