import { basename, dirname, resolve } from "node:path";

/** What a directory is called: the last part of its path, and for the `release/` of a run that of the run. */
export function toSourceName(path: string): string {
  const whole = resolve(path);
  return basename(basename(whole) === "release" ? dirname(whole) : whole);
}
