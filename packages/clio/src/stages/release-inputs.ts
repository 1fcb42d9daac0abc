import type { StageResult } from "@observatory/store";
import type { ConversationIndex } from "./conversation-index.ts";

/** The finished stages that a release is made of. */
export interface ReleaseInputs {
  readonly facets: StageResult;
  readonly embedded: StageResult;
  readonly clustered: StageResult;
  readonly hierarchy: StageResult;
  /** Null where there is no auditor. */
  readonly audited: StageResult | null;
  readonly analysed: StageResult;
  readonly index: ConversationIndex;
}
