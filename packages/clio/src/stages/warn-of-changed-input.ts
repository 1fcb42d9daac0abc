import type { RunDirectory } from "@observatory/store";
import type { InputFingerprint } from "../import/fingerprint-inputs.ts";

const maxNames = 3;

/** Says which files are not those of the run's earlier attempt, if there was one; nothing where all are. */
export function warnOfChangedInput(
  run: Pick<RunDirectory, "record" | "appendEvent">,
  inputs: readonly InputFingerprint[],
): void {
  const before = new Map(run.record.inputs.map(({ name, sha256 }) => [name, sha256]));
  if (before.size === 0) return;
  const now = new Map(inputs.map(({ file, sha256 }) => [file, sha256]));
  const differences = [
    describe(
      "changed",
      [...now.keys()].filter((name) => before.has(name) && before.get(name) !== now.get(name)),
    ),
    describe(
      "new",
      [...now.keys()].filter((name) => !before.has(name)),
    ),
    describe(
      "gone",
      [...before.keys()].filter((name) => !now.has(name)),
    ),
  ].filter((text) => text !== null);
  if (differences.length === 0) return;
  run.appendEvent({
    type: "warning",
    code: "input-changed",
    message: `the input is not what it was when this run was last started: ${differences.join("; ")}. What depends on it is done again`,
    hint: "To keep the earlier release beside the new one, write to another --out.",
  });
}

function describe(what: string, names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const more = names.length > maxNames ? `, and ${names.length - maxNames} more` : "";
  return `${names.slice(0, maxNames).join(", ")}${more} ${names.length === 1 ? "is" : "are"} ${what}`;
}
