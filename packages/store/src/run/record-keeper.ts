import { StateError } from "@observatory/core";
import { join } from "node:path";
import { writeFileAtomic } from "../files/write-file-atomic.ts";
import type { RunRecord } from "./run-record.ts";

export interface RecordKeeper {
  /** The record as it was last changed. */
  readonly record: RunRecord;
  /** Changes the record and returns once this change is on disk; changes made while one is written go together. */
  change(change: (record: RunRecord) => RunRecord): Promise<void>;
  /** Waits for what is being written; every later change is refused, since the directory may have another owner. */
  close(): Promise<void>;
}

/** Keeps `run.json`: one writer, atomic writes, in order. */
export function createRecordKeeper(runPath: string, initial: RunRecord, now: () => string): RecordKeeper {
  const path = join(runPath, "run.json");
  let record = initial;
  let writing: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;
  let isOpen = true;

  const write = async (): Promise<void> => {
    waiting = null;
    await writeFileAtomic(path, `${JSON.stringify(record, null, 2)}\n`);
  };
  return {
    get record() {
      return record;
    },
    change: (change) => {
      if (!isOpen) return Promise.reject(new StateError(`${runPath} is closed`));
      record = { ...change(record), updatedAt: now() };
      if (!waiting) {
        waiting = writing.catch(() => {}).then(write);
        writing = waiting;
      }
      return waiting;
    },
    close: async () => {
      isOpen = false;
      await writing.catch(() => {});
    },
  };
}
