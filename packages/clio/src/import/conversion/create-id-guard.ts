import type { Conversation } from "../../conversation.ts";
import { found, lost, type Reading } from "../formats/conversation-draft.ts";
import type { Repair } from "../loss-reasons.ts";
import { createHashNumbering } from "./hash-numbering.ts";
import { createHashSet } from "./hash-set.ts";
import { toHash } from "./to-hash.ts";

export interface IdGuard {
  /**
   * The conversation with an id that no earlier one has: a repeated id becomes `ID#2`, `ID#3` and so on.
   * Fails with `duplicate-record` where an earlier one had the same id and everything else too; ids that the
   * importer made up say nothing about that.
   */
  admit(conversation: Conversation, options: AdmitOptions): Reading<Conversation>;
}

export interface AdmitOptions {
  readonly idIsGenerated: boolean;
  /** Where the conversation stands. */
  readonly place: RecordPlace;
  /** Told where the first one of the same id stands, for one that is lost or gets a new id. */
  readonly onEarlier: (place: RecordPlace) => void;
  readonly onRepair: (repair: Repair) => void;
}

/** Where a record of a file stands, as `SourceRecord` has it; the file is known by its number in the import. */
export interface RecordPlace {
  readonly file: number;
  readonly line: number;
  readonly record: number | null;
}

/**
 * Holds two 53-bit hashes and a place a conversation, not the ids: 52 to 104 MB for a million. By chance two of ten million
 * ids share a hash in one import of two hundred; the second is then renamed for nothing.
 */
export function createIdGuard(): IdGuard {
  const ids = createHashNumbering();
  const places = createPlaceList();
  const contents = createHashSet();
  /** The next number for ids that came more than once, so that a file of one id alone stays fast. */
  const nextNumbers = new Map<number, number>();

  /** Null where the id is new; otherwise where it was first. */
  const claim = (hash: number, place: RecordPlace): RecordPlace | null => {
    const number = ids.numberOf(hash);
    if (number < places.length()) return places.at(number);
    places.push(place);
    return null;
  };
  const makeUnique = (id: string, hash: number, place: RecordPlace): string => {
    for (let number = nextNumbers.get(hash) ?? 2; ; number++) {
      const candidate = `${id}#${number}`;
      if (claim(toHash(candidate), place) !== null) continue;
      nextNumbers.set(hash, number + 1);
      return candidate;
    }
  };

  return {
    admit: (conversation, { idIsGenerated, place, onEarlier, onRepair }) => {
      const idHash = toHash(conversation.id);
      const earlier = claim(idHash, place);
      const isNewContent = idIsGenerated || contents.add(toHash(JSON.stringify(conversation)));
      if (earlier === null) return found(conversation);
      onEarlier(earlier);
      if (!isNewContent) return lost("duplicate-record");
      onRepair("duplicate-id");
      return found({ ...conversation, id: makeUnique(conversation.id, idHash, place) });
    },
  };
}

interface PlaceList {
  length(): number;
  at(index: number): RecordPlace;
  push(place: RecordPlace): void;
}

/** Places in 12 bytes each; the list is doubled when it is full. */
function createPlaceList(): PlaceList {
  let numbers = new Uint32Array(1024 * 3);
  let length = 0;
  return {
    length: () => length,
    at: (index) => {
      const [file = 0, line = 0, record = 0] = numbers.subarray(index * 3, index * 3 + 3);
      return { file, line, record: record === 0 ? null : record };
    },
    push: ({ file, line, record }) => {
      if (length * 3 === numbers.length) {
        const larger = new Uint32Array(numbers.length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers.set([file, line, record ?? 0], length * 3);
      length++;
    },
  };
}
