import type { EventSink, ProgressEvent } from "@observatory/core";
import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { toFileError } from "../files/file-errors.ts";

export interface EventLog extends Disposable {
  readonly append: EventSink;
}

/**
 * Appends events to a file of JSON lines, each `{"at": <ISO 8601>, ...event}`. At most one `stage-progress` of a stage
 * goes in per second. A line that a killed writer left half is cut off. Throws StateError.
 * Once the log is closed, events are dropped: work that was cut short may still report.
 */
export function openEventLog(path: string, clock: () => number): EventLog {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw toFileError(error, "write", path);
    }
  };
  const file = guard(() => openSync(path, "a+"));
  guard(() => ftruncateSync(file, endOfLastLine(file)));
  let isOpen = true;
  const lastProgress = new Map<string, number>();

  const append = (event: ProgressEvent): void => {
    if (!isOpen) return;
    const at = clock();
    if (event.type === "stage-progress") {
      // Of a clock that was set back the difference says nothing.
      const sinceLast = at - (lastProgress.get(event.stage) ?? -Infinity);
      if (sinceLast >= 0 && sinceLast < 1000) return;
      lastProgress.set(event.stage, at);
    }
    guard(() => writeSync(file, `${JSON.stringify({ at: new Date(at).toISOString(), ...event })}\n`));
  };
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return { append, [Symbol.dispose]: close };
}

function endOfLastLine(file: number): number {
  const block = Buffer.alloc(4096);
  for (let end = fstatSync(file).size; end > 0;) {
    const start = Math.max(0, end - block.length);
    const read = readSync(file, block, 0, end - start, start);
    const newline = block.subarray(0, read).lastIndexOf(0x0a);
    if (newline >= 0) return start + newline + 1;
    end = start;
  }
  return 0;
}
