import type { Conversation } from "../conversation.ts";
import type { IdGuard } from "./conversion/create-id-guard.ts";
import { toConversation } from "./conversion/to-conversation.ts";
import { toName } from "./conversion/to-name.ts";
import {
  isGrouped,
  type AnyFormat,
  type ConversationFormat,
  type GroupedFormat,
  type Reading,
} from "./formats/conversation-draft.ts";
import type { GroupImport } from "./groups/group-import.ts";
import type { ImportLimits } from "./import-limits.ts";
import type { RecordLoss, Repair } from "./loss-reasons.ts";
import type { FileTally, LossLedger } from "./loss-report.ts";
import type { SourceRecord } from "./records/read-records.ts";

export interface RecordReaderOptions {
  readonly limits: ImportLimits;
  readonly ledger: LossLedger;
  readonly guard: IdGuard;
  readonly groups: GroupImport;
}

/** The conversation that a record is; null where it is none, or a part of one. All else goes to the tally and the ledger. */
export type RecordReader = (record: SourceRecord) => Conversation | null;

export function createRecordReader(
  format: AnyFormat,
  tally: FileTally,
  options: RecordReaderOptions,
): RecordReader {
  const { file } = tally;
  const { ledger } = options;
  const read = isGrouped(format)
    ? createPartReader(format, tally, options)
    : createConversationReader(format, tally, options);

  return (record) => {
    const { line } = record;
    const repairs = new Set<Repair>();
    const reading = read(record, (repair) => repairs.add(repair));
    if (reading.ok) {
      for (const repair of repairs) ledger.add(repair, { file, line });
      return reading.value;
    }
    tally.addRead();
    ledger.add(reading.reason, { file, line, ...(record.isTooLong ? { bytes: record.length } : {}) });
    return null;
  };
}

type Read = (record: SourceRecord, onRepair: (repair: Repair) => void) => Reading<Conversation | null>;

function createConversationReader(
  format: ConversationFormat,
  tally: FileTally,
  { limits, guard }: RecordReaderOptions,
): Read {
  const name = tally.file.replace(/\.gz$/iu, "");
  return (record, onRepair) => {
    const value = record.parse(onRepair);
    if (!value.ok) return value;
    const draft = format.parse(value.value, onRepair);
    if (!draft.ok) return draft;
    const generatedId = `${name}:${record.number}`;
    const conversation = toConversation(draft.value, { limits, generatedId, onRepair });
    if (!conversation.ok) return conversation;
    const idIsGenerated = toName(draft.value.id).name === null;
    const admitted = guard.admit(conversation.value, { idIsGenerated, onRepair });
    if (!admitted.ok) return admitted;
    tally.addRead();
    tally.addKept(admitted.value);
    return admitted;
  };
}

function createPartReader(format: GroupedFormat, tally: FileTally, { groups }: RecordReaderOptions): Read {
  return (record, onRepair) => {
    const value = record.parse(onRepair);
    if (!value.ok) return value;
    const parts = format.parseParts(value.value, onRepair);
    if (!parts.ok) return parts;
    const isKept = groups.add(parts.value, { format, tally, line: record.line });
    return isKept ? noConversation : tooDeep;
  };
}

const noConversation = { ok: true, value: null } as const;
const tooDeep: { readonly ok: false; readonly reason: RecordLoss } = { ok: false, reason: "nested-too-deep" };
