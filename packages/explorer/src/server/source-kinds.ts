import type { Source } from "../shared/source.ts";
import { clioKind } from "./clio/clio-kind.ts";
import { crepeKind } from "./crepe/crepe-kind.ts";
import type { SourceKind } from "./source-kind.ts";

/** Everything that the page can show, in the order in which a directory is tried. */
export const sourceKinds = {
  clio: clioKind,
  crepe: crepeKind,
} as const satisfies Record<Source["kind"], SourceKind>;
