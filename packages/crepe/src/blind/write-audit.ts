import { parseJson } from "@observatory/core";
import { writeFileAtomic } from "@observatory/store";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { auditFileSchema, type AuditFile } from "./audit-file.ts";

/** Writes `audit.json` of a benchmark. Throws StateError. */
export async function writeAudit(directory: string, file: Omit<AuditFile, "schema">): Promise<void> {
  const full: AuditFile = { schema: "observatory/crepe-audit@1", ...file };
  await writeFileAtomic(join(directory, "audit.json"), `${JSON.stringify(full, null, 2)}\n`);
}

/**
 * Reads `audit.json` of the items with this hash. Null where there is none that can be read: it was never written, by an
 * earlier version, or for other items. An audit is made again at any time.
 */
export async function loadAudit(
  directory: string,
  { contentHash }: { readonly contentHash: string },
): Promise<AuditFile | null> {
  const text = await readFile(join(directory, "audit.json"), "utf8").catch(() => "");
  const json = parseJson(text);
  const file = auditFileSchema.safeParse(json.ok ? json.value : null);
  return file.success && file.data.benchmark.contentHash === contentHash ? file.data : null;
}
