import type { StageResult } from "@observatory/store";
import type { ConversationIndex } from "./conversation-index.ts";
import type { Project } from "./project.ts";

/** The finished stages that a release is made of. */
export interface ReleaseInputs {
  readonly facets: StageResult;
  readonly embedded: StageResult;
  readonly clustered: StageResult;
  readonly hierarchy: StageResult;
  /** Null where there is no auditor. */
  readonly audited: StageResult | null;
  readonly analysed: StageResult;
  /** The hierarchy with the ids that last from release to release. */
  readonly identified: StageResult;
  readonly index: ConversationIndex;
  readonly project: Project;
  /** What the run's settings hash to. */
  readonly settings: string;
  /** What each account of the input has. */
  readonly accounts: ReadonlyMap<string, string>;
}
