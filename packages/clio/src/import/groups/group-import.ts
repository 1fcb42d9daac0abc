import type { Conversation } from "../../conversation.ts";
import type { AdmitOptions, IdGuard } from "../conversion/create-id-guard.ts";
import { toConversation } from "../conversion/to-conversation.ts";
import { toName } from "../conversion/to-name.ts";
import type { ConversationPart, GroupedFormat, Reading } from "../formats/conversation-draft.ts";
import type { ImportLimits } from "../import-limits.ts";
import type { Repair } from "../loss-reasons.ts";
import { toPlace, toSpot, type FileTally, type LossLedger, type Place } from "../loss-report.ts";
import type { PlacedPart } from "./part-line.ts";
import { createPartStore, type PartGroup } from "./part-store.ts";

export interface GroupImportOptions {
  readonly limits: ImportLimits;
  readonly ledger: LossLedger;
  readonly guard: IdGuard;
  /** Where parts go that cannot be held; among the temporary files of the system unless told. */
  readonly directory?: string | undefined;
}

/** The conversations of an import that are spread over records. */
export interface GroupImport {
  /** Takes the parts of one record. False where one is nested too deeply to be kept. */
  add(parts: readonly ConversationPart[], source: PartSource): boolean;
  /** To be awaited between records: writes to disk what is too much to hold. Throws StateError. */
  relieve(): Promise<void>;
  /** All of them, once every file was read, in the order of their first parts; losses go to the ledger. */
  conversations(): AsyncGenerator<Conversation>;
  /** Removes what was written; to be called in any case. */
  close(): Promise<void>;
}

export interface PartSource {
  readonly format: GroupedFormat;
  readonly tally: FileTally;
  readonly line: number;
  readonly record: number | null;
}

export function createGroupImport(options: GroupImportOptions): GroupImport {
  const { limits, ledger } = options;
  const store = createPartStore({ ...limits, directory: options.directory });
  const formats: GroupedFormat[] = [];
  const tallies: FileTally[] = [];

  return {
    add: (parts, { format, tally, line, record }) => {
      const place = { format: numberIn(formats, format), file: numberIn(tallies, tally), line, record };
      return parts.every((part) => store.add({ ...part, ...place }));
    },
    relieve: () => store.relieve(),
    conversations: async function* () {
      for await (const group of store.groups()) {
        const [first] = group.parts;
        const format = formats[first?.format ?? -1];
        const tally = tallies[first?.file ?? -1];
        if (first === undefined || format === undefined || tally === undefined) continue;
        const repairs = new Set<Repair>();
        let earlier: Place | undefined;
        const conversation = assemble(group, format, {
          ...options,
          place: { file: tally.number, line: first.line, record: first.record },
          onRepair: (repair) => repairs.add(repair),
          onEarlier: (found) => {
            earlier = { file: ledger.nameOf(found.file), ...toSpot(found) };
          },
        });
        const place = { file: tally.file, ...toSpot(first) };
        if (conversation?.ok === false) {
          tally.addRead();
          ledger.add(conversation.reason, toPlace(conversation.reason, place, earlier));
          continue;
        }
        for (const repair of repairs) ledger.add(repair, toPlace(repair, place, earlier));
        if (conversation === null) continue;
        tally.addRead();
        tally.addKept(conversation.value);
        yield conversation.value;
      }
    },
    close: () => store.close(),
  };
}

function assemble(
  { parts, isCut }: PartGroup,
  format: GroupedFormat,
  { limits, guard, ...listeners }: GroupImportOptions & Omit<AdmitOptions, "idIsGenerated">,
): Reading<Conversation> | null {
  const { onRepair } = listeners;
  if (isCut) onRepair("conversation-shortened");
  const draft = format.assemble(parts.toSorted(byOrder), onRepair);
  if (!draft.ok) return draft;
  if (draft.value === null) return null;
  const generatedId = toName(parts[0]?.group).name ?? format.name;
  const conversation = toConversation(draft.value, { limits, generatedId, onRepair });
  return conversation.ok
    ? guard.admit(conversation.value, { ...listeners, idIsGenerated: false })
    : conversation;
}

function byOrder(a: PlacedPart, b: PlacedPart): number {
  return a.order < b.order ? -1 : a.order > b.order ? 1 : 0;
}

/** The last one is looked at first: records of one file come one after the other. */
function numberIn<T>(all: T[], one: T): number {
  const at = all.lastIndexOf(one);
  return at === -1 ? all.push(one) - 1 : at;
}
