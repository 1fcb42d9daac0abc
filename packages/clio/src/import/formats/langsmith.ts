import { parseJson } from "@observatory/core";
import { z } from "zod";
import { toName } from "../conversion/to-name.ts";
import { toTime } from "../conversion/to-time.ts";
import {
  found,
  hasAny,
  lost,
  type ConversationPart,
  type GroupedFormat,
  type OnRepair,
} from "./conversation-draft.ts";
import { assembleTraces } from "./traces/assemble-traces.ts";
import { toFields, type Fields } from "./traces/to-fields.ts";
import { toParts } from "./traces/trace-step.ts";

const row = z.record(z.string(), z.unknown());
const run = row.and(z.object({ run_type: z.string() })).refine((data) => hasAny(data, ["id", "run_id"]));
const runs = z.array(z.unknown());

/** Runs whose inputs and outputs are no talk, even at the top of a trace. */
const silentTypes: ReadonlySet<unknown> = new Set(["tool", "retriever", "embedding", "prompt", "parser"]);
const threadKeys = ["thread_id", "session_id", "conversation_id"];
const userKeys = ["user_id", "userId", "end_user_id", "user"];

/**
 * Runs of LangSmith: lines or lists of the SDK, replies of its API, bulk exports in Parquet.
 *
 * A conversation is a thread, which the metadata of a run name, or a trace without one. Traps: `session_id` of a run is its
 * project, not a chat; runs nest, and those inside tell what the root run tells, so they are read only where the root cannot be; in
 * Parquet `inputs`, `outputs` and `extra` are JSON in a text; messages come in the forms of LangChain and of every provider, in lists
 * of lists; every turn repeats the history, and LangGraph returns it with the answer. Metadata are left out: anything may be in them.
 */
export const langsmithFormat = {
  name: "langsmith",
  describe:
    'LangSmith runs: {"id","trace_id","parent_run_id","run_type","inputs","outputs","start_time","extra":{"metadata"}}',
  detect: (value) => {
    if (run.safeParse(value).success) return hasAny(value, ["inputs", "trace_id", "session_id"]) ? 1 : 0.5;
    return listOf(value).some((item) => run.safeParse(item).success) ? 1 : 0;
  },
  parseParts: (value, onRepair) => {
    const { success, data } = run.safeParse(value);
    if (success) return found(readRun(data, null, onRepair, 0));
    const list = listOf(value).flatMap((item) => run.safeParse(item).data ?? []);
    if (list.length === 0) return lost("not-a-conversation");
    return found(list.flatMap((item) => readRun(item, null, onRepair, 0)));
  },
  assemble: assembleTraces,
} as const satisfies GroupedFormat;

/** The runs in a reply of the API. */
function listOf(value: unknown): readonly unknown[] {
  const data = toFields(value);
  return runs.safeParse(data?.["runs"] ?? data?.["data"]).data ?? [];
}

const maxDepth = 16;

function readRun(data: Fields, parent: Fields | null, onRepair: OnRepair, depth: number): ConversationPart[] {
  const id = toName(data["id"] ?? data["run_id"]).name;
  if (id === null) return [];
  const trace = toName(data["trace_id"]).name ?? toName(parent?.["trace_id"]).name ?? id;
  const isRoot = parent === null && (toName(data["parent_run_id"]).name === null || id === trace);
  const inside =
    depth < maxDepth
      ? (runs.safeParse(data["child_runs"]).data ?? []).flatMap((child) => {
          const inner = run.safeParse(child).data;
          return inner === undefined ? [] : readRun(inner, { trace_id: trace }, onRepair, depth + 1);
        })
      : [];
  const type = data["run_type"];
  if (isRoot ? silentTypes.has(type) : type !== "llm") {
    onRepair("step-passed-over");
    return inside;
  }
  const extra = asRow(data["extra"]);
  const metadata = { ...asRow(data["metadata"]), ...asRow(extra["metadata"]) };
  const parameters = asRow(extra["invocation_params"]);
  const own = toParts(
    {
      trace,
      step: id,
      rank: isRoot ? 1 : 2,
      session: pick(metadata, threadKeys) ?? data["thread_id"],
      account: pick(metadata, userKeys),
      time: toTime(data["start_time"]),
      model: metadata["ls_model_name"] ?? parameters["model"] ?? parameters["model_name"],
      labels: { name: isRoot ? data["name"] : null, tags: data["tags"], project: data["session_name"] },
      input: data["inputs"],
      output: data["outputs"],
    },
    onRepair,
  );
  return [...own, ...inside];
}

/** An object, or one that a table holds as JSON; nothing for anything else. */
function asRow(value: unknown): Fields {
  const parsed = typeof value === "string" ? parseJson(value) : null;
  return toFields(parsed?.ok === true ? parsed.value : value) ?? {};
}

function pick(data: Fields, names: readonly string[]): unknown {
  return names
    .map((name) => data[name])
    .find((value) => value !== undefined && value !== null && value !== "");
}
