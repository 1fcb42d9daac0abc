import { closeSync, openSync, writeSync } from "node:fs";
import type { ImportOptions } from "@observatory/clio";
import { UsageError } from "@observatory/core";

export interface LossLog {
  readonly add: NonNullable<ImportOptions["onLoss"]>;
  close(): void;
}

const heldLosses = 1000;

/** Writes losses to a file as JSON lines, as many as there are, readable by its owner alone. Throws UsageError where it cannot. */
export function openLossLog(path: string): LossLog {
  const file = open(path);
  let held: string[] = [];
  const write = (): void => {
    writeSync(file, held.join(""));
    held = [];
  };
  return {
    add: (loss) => {
      held.push(`${JSON.stringify(loss)}\n`);
      if (held.length >= heldLosses) write();
    },
    close: () => {
      write();
      closeSync(file);
    },
  };
}

function open(path: string): number {
  try {
    return openSync(path, "w", 0o600);
  } catch (cause) {
    throw new UsageError(`${path} cannot be written`, { hint: "Give --losses another file.", cause });
  }
}
