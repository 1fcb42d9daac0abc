import type { Conversation } from "../conversation.ts";
import type { IdGuard, RecordPlace } from "./conversion/create-id-guard.ts";
import { openJsonCells } from "./conversion/parse-json-cell.ts";
import { toConversation } from "./conversion/to-conversation.ts";
import { toName } from "./conversion/to-name.ts";
import {
  found,
  isGrouped,
  type AnyFormat,
  type ConversationFormat,
  type GroupedFormat,
  type Reading,
} from "./formats/conversation-draft.ts";
import type { GroupImport } from "./groups/group-import.ts";
import type { ImportLimits } from "./import-limits.ts";
import type { RecordLoss, Repair } from "./loss-reasons.ts";
import { toPlace, toSpot, type FileTally, type LossLedger, type Place } from "./loss-report.ts";
import type { SourceRecord } from "./records/source-record.ts";

export interface RecordReaderOptions {
  readonly limits: ImportLimits;
  readonly ledger: LossLedger;
  readonly guard: IdGuard;
  readonly groups: GroupImport;
  /** Whether cells that hold JSON are opened before the format sees them. */
  readonly opensCells?: boolean;
  /** Account of conversations that name none; undefined where nobody knows. */
  readonly owner?: unknown;
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
  const parse: Parse = options.opensCells
    ? (record, onRepair) => {
        const value = record.parse(onRepair);
        return value.ok ? found(openJsonCells(value.value)) : value;
      }
    : (record, onRepair) => record.parse(onRepair);
  const read = isGrouped(format)
    ? createPartReader(format, tally, { ...options, parse })
    : createConversationReader(format, tally, { ...options, parse });

  return (record) => {
    const spot = toSpot(record);
    const repairs = new Set<Repair>();
    let earlier: Place | undefined;
    const reading = read(record, {
      onRepair: (repair) => repairs.add(repair),
      onEarlier: (place) => {
        earlier = { file: ledger.nameOf(place.file), ...toSpot(place) };
      },
    });
    if (reading.ok) {
      for (const repair of repairs) ledger.add(repair, toPlace(repair, { file, ...spot }, earlier));
      return reading.value;
    }
    tally.addRead();
    const place = { file, ...spot, ...(record.isTooLong ? { bytes: record.length } : {}) };
    ledger.add(reading.reason, toPlace(reading.reason, place, earlier));
    return null;
  };
}

type Parse = (record: SourceRecord, onRepair: (repair: Repair) => void) => Reading<unknown>;

interface ReaderOptions extends RecordReaderOptions {
  readonly parse: Parse;
}

type Read = (record: SourceRecord, listeners: Listeners) => Reading<Conversation | null>;

interface Listeners {
  readonly onRepair: (repair: Repair) => void;
  readonly onEarlier: (place: RecordPlace) => void;
}

function createConversationReader(
  format: ConversationFormat,
  tally: FileTally,
  { limits, guard, parse, owner }: ReaderOptions,
): Read {
  const name = tally.file.replace(/\.gz$/iu, "");
  return (record, { onRepair, onEarlier }) => {
    const value = parse(record, onRepair);
    if (!value.ok) return value;
    const draft = format.parse(value.value, onRepair);
    if (!draft.ok) return draft;
    const generatedId = `${name}:${record.record ?? record.line}`;
    const owned = { ...draft.value, account: draft.value.account ?? owner };
    const conversation = toConversation(owned, { limits, generatedId, onRepair });
    if (!conversation.ok) return conversation;
    const idIsGenerated = toName(draft.value.id).name === null;
    const place = { file: tally.number, line: record.line, record: record.record };
    const admitted = guard.admit(conversation.value, { idIsGenerated, place, onRepair, onEarlier });
    if (!admitted.ok) return admitted;
    tally.addRead();
    tally.addKept(admitted.value);
    return admitted;
  };
}

function createPartReader(format: GroupedFormat, tally: FileTally, { groups, parse }: ReaderOptions): Read {
  return (record, { onRepair }) => {
    const value = parse(record, onRepair);
    if (!value.ok) return value;
    const parts = format.parseParts(value.value, onRepair);
    if (!parts.ok) return parts;
    const isKept = groups.add(parts.value, { format, tally, line: record.line, record: record.record });
    return isKept ? noConversation : tooDeep;
  };
}

const noConversation = { ok: true, value: null } as const;
const tooDeep: { readonly ok: false; readonly reason: RecordLoss } = { ok: false, reason: "nested-too-deep" };
