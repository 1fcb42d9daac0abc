import { z } from "zod";
import { readChatgptMessage } from "./chatgpt-message.ts";
import { found, hasAny, lost, type ConversationFormat } from "./conversation-draft.ts";
import { followThread, type ThreadNode } from "./follow-thread.ts";

const record = z.object({
  id: z.unknown().optional(),
  conversation_id: z.unknown().optional(),
  create_time: z.unknown().optional(),
  current_node: z.string().nullish().catch(undefined),
  default_model_slug: z.unknown().optional(),
  owner: z.unknown().optional(),
  mapping: z.record(z.string(), z.unknown()),
});
const nodeSchema = z.object({
  message: z.unknown().optional(),
  parent: z.string().nullish().catch(undefined),
  children: z.array(z.unknown()).catch([]),
});
const emptyNode: z.infer<typeof nodeSchema> = { children: [] };

const likely = z.object({
  mapping: z.record(z.string(), z.object({ children: z.array(z.unknown()).optional() })),
});
const ownFields = ["current_node", "conversation_id", "create_time", "default_model_slug"];

/**
 * `conversations.json` of ChatGPT's data export, whole or in shards (`conversations-000.json` ...).
 *
 * `mapping` is a tree that edits and answers made again branch; the way from the first message to `current_node` is
 * what its reader sees last, and is kept. Where `current_node` is missing, the newest leaf is taken; where a `parent`
 * is, the node that lists it among its `children`, or else the one before it in time. Times are seconds with a fraction, or null. The export of a person
 * names no account in this file, but in `user.json` beside it; newer ones may name an `owner`. Of `user.json` only the
 * id is taken: mail address, telephone number and year of birth stand in it too. The title is not taken.
 */
export const chatgptFormat = {
  name: "chatgpt",
  describe: 'ChatGPT export: {"conversation_id","create_time","mapping":{...},"current_node"}, an array',
  detect: (value) => {
    if (!likely.safeParse(value).success) return 0;
    return hasAny(value, ownFields) ? 1 : 0.8;
  },
  parse: (value, onRepair) => {
    const { success, data } = record.safeParse(value);
    if (!success) return lost("not-a-conversation");
    const tree = toTree(data.mapping);
    const thread = followThread(tree.nodes, data.current_node);
    if (thread.isBroken || thread.nodes.some(({ id }) => tree.orphans.has(id))) onRepair("broken-thread");
    const read = thread.nodes.map(({ message }) => readChatgptMessage(message));
    const shown = thread.nodes.filter(({ message }) => hasMessage(message)).length;
    if (shown < tree.nodes.filter(({ message }) => hasMessage(message)).length) onRepair("branches-dropped");
    if (read.some((message) => message?.isHidden === true)) onRepair("hidden-parts-dropped");

    const firstTime = thread.nodes.find(({ time }) => time > 0)?.time;
    return found({
      id: data.conversation_id ?? data.id,
      account: toOwner(data.owner),
      createdAt: data.create_time ?? firstTime,
      model: read.findLast((message) => message?.model !== undefined)?.model ?? data.default_model_slug,
      messages: read.flatMap((message) => message?.drafts ?? []),
    });
  },
  owner: { file: "user.json", read: (content) => userSchema.safeParse(content).data?.id },
} as const satisfies ConversationFormat;

interface MappingNode extends ThreadNode {
  readonly message: unknown;
  /** Seconds since 1970; 0 where the node has none. */
  readonly time: number;
}

interface Tree {
  /** Oldest first. */
  readonly nodes: readonly MappingNode[];
  /** Nodes whose parent is named and in the mapping under no name. */
  readonly orphans: ReadonlySet<string>;
}

function toTree(mapping: Readonly<Record<string, unknown>>): Tree {
  const entries = Object.entries(mapping).map(
    ([id, value]) => [id, nodeSchema.safeParse(value).data ?? emptyNode] as const,
  );
  const ids = new Set(entries.map(([id]) => id));
  const listedBy = new Map<unknown, string>();
  for (const [id, { children }] of entries) for (const child of children) listedBy.set(child, id);

  const orphans = new Set<string>();
  const nodes = entries.map(([id, { message, parent: named = null }]) => {
    const parent = named !== null && ids.has(named) ? named : listedBy.get(id);
    if (named === null) return { id, parent: parent ?? null, message, time: toTime(message) };
    if (parent === undefined) orphans.add(id);
    return { id, parent, message, time: toTime(message) };
  });
  return { nodes: nodes.toSorted((a, b) => a.time - b.time), orphans };
}

const timed = z.object({ create_time: z.number() });

function toTime(message: unknown): number {
  return timed.safeParse(message).data?.create_time ?? 0;
}

/** The root, and nodes that were never written, have none. */
function hasMessage(message: unknown): boolean {
  return message !== null && message !== undefined;
}

const userSchema = z
  .looseObject({ id: z.string() })
  .refine((user) => hasAny(user, ["chatgpt_plus_user", "email"]));

const ownerSchema = z.object({ user_id: z.unknown() });

function toOwner(owner: unknown): unknown {
  return ownerSchema.safeParse(owner).data?.user_id ?? owner;
}
