import { z } from "zod";
import {
  found,
  type ConversationDraft,
  type ConversationPart,
  type OnRepair,
  type Reading,
} from "../conversation-draft.ts";
import { groupBy } from "../../../group-by.ts";
import { mergeHistories, type Turn } from "./merge-histories.ts";
import { traceStep, traceTold, type TraceStep } from "./trace-step.ts";

const value = z.discriminatedUnion("kind", [traceStep, traceTold]);

/**
 * The conversation of one session, or of one trace without a session, from the steps of its traces in order. Null where all of
 * it is told in the conversation of a session.
 *
 * Each trace is a turn. It is told by its steps of the lowest rank that have what a user said and, if any has, an answer; what
 * they repeat of each other and of earlier turns is told once.
 */
export function assembleTraces(
  parts: readonly ConversationPart[],
  onRepair: OnRepair,
): Reading<ConversationDraft | null> {
  const values = parts.map((part) => value.parse(part.value));
  const steps = values.flatMap((step) => (step.kind === "step" ? [step] : []));
  if (steps.length < values.length) {
    if (steps.some(hasText)) onRepair("nested-steps-left-out");
    return found(null);
  }
  const joined = joinFragments(steps);
  const traces = groupBy(joined, ({ trace }) => trace);
  const told = [...traces.values()].map(selectSteps);
  const turns = told.map((steps) => mergeHistories(steps));
  const whole = mergeHistories(turns.map(toTurn));
  if (told.flat().length < joined.filter(hasText).length) onRepair("nested-steps-left-out");
  if (whole.repeated + turns.reduce((sum, { repeated }) => sum + repeated, 0) > 0) onRepair("history-merged");
  if ([whole, ...turns].some(({ systemChanged }) => systemChanged)) onRepair("system-prompt-changed");

  const first = <T>(read: (step: TraceStep) => T | null): T | null => {
    for (const step of [...told.flat(), ...joined]) {
      const value = read(step);
      if (value !== null) return value;
    }
    return null;
  };
  return found({
    id: first(({ conversation }) => conversation),
    account: first(({ account }) => account),
    createdAt: first(({ createdAt }) => createdAt),
    model: first(({ model }) => model),
    messages: whole.messages.map(({ role, content }) => ({ role, content })),
    labels: Object.assign({}, ...steps.map(({ labels }) => labels).toReversed()),
  });
}

/** Steps of which several exports tell are told once; fragments of a step are put together. */
function joinFragments(steps: readonly TraceStep[]): TraceStep[] {
  const groups = groupBy(steps, ({ trace, step, rank }) => JSON.stringify([trace, step, rank]));
  return [...groups.values()].flatMap((same) => {
    const whole = same.find((step) => step.isFragment !== true && hasText(step));
    const step = whole ?? same[0];
    if (step === undefined) return [];
    if (whole !== undefined || same.length === 1) return [step];
    return [
      {
        ...step,
        input: same.flatMap(({ input }) => input),
        output: same.flatMap(({ output }) => output),
      },
    ];
  });
}

function selectSteps(steps: readonly TraceStep[]): readonly TraceStep[] {
  const ranks = [...groupBy(steps, ({ rank }) => rank)].toSorted(([a], [b]) => a - b).map(([, same]) => same);
  const asked = ranks.filter((same) => same.some(({ input }) => input.some(({ role }) => role === "user")));
  const answered = asked.filter((same) => same.some(({ output }) => output.length > 0));
  return answered[0] ?? asked[0] ?? ranks.find((same) => same.some(hasText)) ?? [];
}

function hasText({ input, output }: TraceStep): boolean {
  return input.length + output.length > 0;
}

function toTurn({ messages, firstInput }: ReturnType<typeof mergeHistories>): Turn {
  return { input: messages.slice(0, firstInput), output: messages.slice(firstInput) };
}
