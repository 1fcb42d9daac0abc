import type { Hono } from "hono";
import type { Source } from "../shared/source.ts";

/** A source together with where it lies. The path is as the user gave it and never leaves the server. */
export interface OpenSource extends Source {
  readonly path: string;
}

/** Finds a source of one kind by its id. Throws UsageError where there is none. */
export type FindSource = (id: string) => OpenSource;

/** How one kind of source is recognised, checked and served. */
export interface SourceKind {
  /** Whether a directory claims to be of this kind, finished or not. Reads names only. */
  looksLike(path: string): Promise<boolean>;
  /**
   * Reads what a page needs and says what to call it. Throws an ObservatoryError with a hint where the directory is
   * unfinished, damaged or of a newer version.
   */
  check(path: string): Promise<{ readonly title: string }>;
  /** Routes that stand under `/api/<kind>`. What they throw becomes a failure of the wire. */
  createRoutes(find: FindSource): Hono;
}
