import { parseJson, PrivacyError, sha256 } from "@observatory/core";
import { ledgerEntrySchema, type LedgerEntry } from "./ledger-entry.ts";

export interface ParsedLedger {
  readonly entries: readonly LedgerEntry[];
  /** SHA-256 of the last line; null where there is none. */
  readonly lastHash: string | null;
  /** The whole lines, with a last one that was only without its end. */
  readonly text: string;
}

/**
 * Reads the text of a ledger.
 *
 * What stands after the last line end was cut short while it was written, so whoever wrote it was never told that it
 * is there and has paid for nothing with it. Where it is an entry all the same it counts, else it is left out. Everything else that is
 * not an entry, a broken chain, or release numbers with a gap: PrivacyError, since a ledger that
 * cannot be read may hold more than is seen.
 *
 * @param path for the message
 */
export function parseLedger(text: string, path: string): ParsedLedger {
  const lines = text.split("\n");
  const rest = lines.pop() ?? "";
  const entries: LedgerEntry[] = [];
  let lastHash: string | null = null;
  let releases = 0;
  const read = (line: string): boolean => {
    const json = parseJson(line);
    const parsed = ledgerEntrySchema.safeParse(json.ok ? json.value : null);
    if (!parsed.success || parsed.data.after !== lastHash) return false;
    if (parsed.data.kind === "release" && parsed.data.number !== ++releases) return false;
    entries.push(parsed.data);
    lastHash = sha256(line);
    return true;
  };
  lines.forEach((line, at) => {
    if (read(line)) return;
    throw new PrivacyError(`the ledger ${path} is damaged at line ${at + 1}`, {
      hint: "Restore it from a copy. Without it nobody knows what was published or spent; a new project directory starts from nothing.",
    });
  });
  const whole = [...lines, ...(rest !== "" && read(rest) ? [rest] : [])];
  return { entries, lastHash, text: whole.map((line) => `${line}\n`).join("") };
}
