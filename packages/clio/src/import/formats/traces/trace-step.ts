import type { Json } from "@observatory/core";
import { z } from "zod";
import { toInstant } from "../../conversion/to-instant.ts";
import { toName } from "../../conversion/to-name.ts";
import type { ConversationPart, OnRepair } from "../conversation-draft.ts";
import type { HistoryMessage } from "./merge-histories.ts";
import { readMessages } from "./read-messages.ts";

const message = z.object({ role: z.string(), content: z.string(), isStep: z.boolean().optional() });

/** A call of a model or of an application in a trace, as it waits for the rest of its conversation. */
export const traceStep = z.object({
  kind: z.literal("step"),
  trace: z.string(),
  /** The same for steps that are one, told in several exports: the first is taken, or all where they are fragments. */
  step: z.string(),
  /** Of a trace the steps of the lowest rank that tell a conversation are read: others tell the same from inside. */
  rank: z.number(),
  /** Set where several records make up the step, each with a message. */
  isFragment: z.boolean().optional(),
  conversation: z.string(),
  account: z.string().nullable(),
  createdAt: z.string().nullable(),
  model: z.string().nullable(),
  labels: z.record(z.string(), z.unknown()),
  input: z.array(message),
  output: z.array(message),
});

/** Says to the rest of a trace that it is told in the conversation of its session. */
export const traceTold = z.object({ kind: z.literal("told") });

export type TraceStep = z.infer<typeof traceStep>;

/** What a format finds of a step, unchecked. */
export interface StepDraft {
  readonly trace: string;
  readonly step: string;
  readonly rank: number;
  readonly isFragment?: boolean;
  /** Id of the session or thread; none where the record does not know of one, though its trace may have one. */
  readonly session: unknown;
  readonly account: unknown;
  /** As `toInstant` takes it. */
  readonly time: unknown;
  readonly model: unknown;
  /** What is undefined, null, empty or an empty list is left out. */
  readonly labels: Readonly<Record<string, unknown>>;
  readonly input: unknown;
  readonly output: unknown;
}

/**
 * The parts that a step gives: itself, and where its session is known a word to those steps of its trace that do not know it.
 * A step without text of a session that is known goes to its trace, where others may have the text.
 */
export function toParts(draft: StepDraft, onRepair: OnRepair): ConversationPart[] {
  const { trace, rank, isFragment } = draft;
  const input = readMessages(draft.input, "input");
  const output = readMessages(draft.output, "output");
  if (input.marked || output.marked) onRepair("attachment-marked");
  const session = toName(draft.session).name;
  const hasText = input.messages.length + output.messages.length > 0;
  const inSession = session !== null && hasText;
  const createdAt = toInstant(draft.time);
  if (createdAt === null && draft.time !== undefined && draft.time !== null) onRepair("bad-date");
  const step: Json = {
    kind: "step",
    trace,
    step: draft.step,
    rank,
    ...(isFragment === true && { isFragment }),
    conversation: inSession ? session : trace,
    account: toName(draft.account).name,
    createdAt,
    model: toName(draft.model).name,
    labels: toLabels(draft.labels),
    input: input.messages.map(toJson),
    output: output.messages.map(toJson),
  };
  const order = createdAt ?? "";
  const own = { group: inSession ? `session ${session}` : `trace ${trace}`, order, value: step };
  return inSession ? [own, { group: `trace ${trace}`, order, value: { kind: "told" } }] : [own];
}

function toJson({ role, content, isStep }: HistoryMessage): Json {
  return { role, content, ...(isStep === true && { isStep }) };
}

const label = z.union([z.string().min(1), z.number(), z.boolean(), z.array(z.string()).nonempty()]);

function toLabels(labels: Readonly<Record<string, unknown>>): Json {
  const entries = Object.entries(labels).flatMap(([key, value]) => {
    const { data } = label.safeParse(value);
    return data === undefined ? [] : [[key, data] as const];
  });
  return Object.fromEntries(entries);
}
