import type { Conversation } from "../../conversation.ts";
import { found, lost, type Reading } from "../formats/conversation-draft.ts";
import type { Repair } from "../loss-reasons.ts";
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
  readonly onRepair: (repair: Repair) => void;
}

/**
 * Holds two 53-bit hashes a conversation, not the ids. By chance two of ten million ids share a hash in one import
 * of two hundred; the second is then renamed for nothing.
 */
export function createIdGuard(): IdGuard {
  const ids = createHashSet();
  const contents = createHashSet();
  /** The next number for ids that came more than once, so that a file of one id alone stays fast. */
  const nextNumbers = new Map<number, number>();

  const makeUnique = (id: string, hash: number): string => {
    for (let number = nextNumbers.get(hash) ?? 2; ; number++) {
      const candidate = `${id}#${number}`;
      if (!ids.add(toHash(candidate))) continue;
      nextNumbers.set(hash, number + 1);
      return candidate;
    }
  };

  return {
    admit: (conversation, { idIsGenerated, onRepair }) => {
      const idHash = toHash(conversation.id);
      const isNew = ids.add(idHash);
      if (!idIsGenerated) {
        const isNewContent = contents.add(toHash(JSON.stringify(conversation)));
        if (!isNew && !isNewContent) return lost("duplicate-record");
      }
      if (isNew) return found(conversation);
      onRepair("duplicate-id");
      return found({ ...conversation, id: makeUnique(conversation.id, idHash) });
    },
  };
}
