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

const rows = z.array(z.unknown());

/** Fields of a trace beside `id` and `timestamp`, of which every export has some. */
const traceFields = [
  "sessionId",
  "session_id",
  "userId",
  "user_id",
  "bookmarked",
  "htmlPath",
  "input",
  "output",
];
const observationTypes: ReadonlySet<unknown> = new Set([
  "SPAN",
  "GENERATION",
  "EVENT",
  "AGENT",
  "TOOL",
  "CHAIN",
  "RETRIEVER",
  "EVALUATOR",
  "EMBEDDING",
  "GUARDRAIL",
]);
/** Observations whose input and output are no talk, even at the top of a trace. */
const silentTypes: ReadonlySet<unknown> = new Set([
  "EVENT",
  "TOOL",
  "RETRIEVER",
  "EVALUATOR",
  "EMBEDDING",
  "GUARDRAIL",
]);

/**
 * Langfuse: replies of its API, single traces and sessions, tables of its page and exports to blob storage.
 *
 * A conversation is a session, or a trace without one. Traps: fields are in camel case (API, page) or snake case (blob
 * storage), absent ones are null or empty, inputs and outputs are JSON, text or JSON in a text; every turn repeats the history; a
 * trace, its root observation and the calls within tell the same (the first that can be read is taken); observations of
 * the older blob export do not know the session of their trace, so where the trace has text that is read, else they are
 * grouped by trace. Scores are no conversations. Metadata are left out: anything may be in them.
 */
export const langfuseFormat = {
  name: "langfuse",
  describe:
    'Langfuse: traces {"id","timestamp","input","output","sessionId","userId"} and observations {"id","traceId","type","startTime","input","output"}, from API, page or blob storage',
  detect: (value) => {
    const data = toFields(value);
    if (data === undefined) return 0;
    return kindOf(data) === null ? 0 : 1;
  },
  parseParts: (value, onRepair) => {
    const data = toFields(value);
    const parts = data === undefined ? null : readAny(data, null, onRepair);
    return parts === null ? lost("not-a-conversation") : found(parts);
  },
  assemble: assembleTraces,
} as const satisfies GroupedFormat;

type Kind = "page" | "session" | "download" | "trace" | "observation" | "score";

function kindOf(data: Fields): Kind | null {
  if (Array.isArray(data["data"]) && hasAny(data, ["meta"])) {
    return data["data"].some((item) => {
      const inner = toFields(item);
      return inner !== undefined && kindOf(inner) !== null;
    })
      ? "page"
      : null;
  }
  if (hasAny(data, ["trace"]) && Array.isArray(data["observations"])) return "download";
  if (!hasAny(data, ["id"])) return null;
  if (Array.isArray(data["traces"])) return "session";
  if (isObservation(data)) return "observation";
  if (hasAny(data, ["dataType", "data_type"]) && hasAny(data, ["value"])) return "score";
  return hasAny(data, ["timestamp"]) && hasAny(data, traceFields) && !hasAny(data, ["run_type"])
    ? "trace"
    : null;
}

function isObservation(data: Fields): boolean {
  return (
    observationTypes.has(data["type"]) &&
    hasAny(data, ["traceId", "trace_id"]) &&
    hasAny(data, ["startTime", "start_time"])
  );
}

/** The parts in a record of any kind; null for none that is known. `context` is the trace or session around it. */
function readAny(data: Fields, context: Fields | null, onRepair: OnRepair): ConversationPart[] | null {
  const kind = kindOf(data);
  switch (kind) {
    case "page":
      return readAll(data["data"], null, onRepair);
    case "session":
      return readAll(data["traces"], { sessionId: data["id"] }, onRepair);
    case "download": {
      const trace = toFields(data["trace"]);
      return trace === undefined
        ? null
        : readTrace({ ...trace, observations: data["observations"] }, null, onRepair);
    }
    case "trace":
      return readTrace(data, context, onRepair);
    case "observation":
      return readObservation(data, context, onRepair);
    case "score":
      onRepair("score-passed-over");
      return [];
    case null:
      return null;
    default:
      return kind satisfies never;
  }
}

function readAll(list: unknown, context: Fields | null, onRepair: OnRepair): ConversationPart[] {
  return (rows.safeParse(list).data ?? []).flatMap((item) => {
    const data = toFields(item);
    return (data === undefined ? null : readAny(data, context, onRepair)) ?? [];
  });
}

function readTrace(data: Fields, context: Fields | null, onRepair: OnRepair): ConversationPart[] {
  const id = toName(data["id"]).name;
  if (id === null) return [];
  const session = pick(data, "sessionId", "session_id") ?? context?.["sessionId"];
  const own = toParts(
    {
      trace: id,
      step: "",
      rank: 0,
      session,
      account: pick(data, "userId", "user_id"),
      time: toTime(data["timestamp"]),
      model: null,
      labels: labelsOf(data, data["name"]),
      input: data["input"],
      output: data["output"],
    },
    onRepair,
  );
  // Lists of traces name their observations by id alone.
  const observations = readAll(data["observations"], { ...data, sessionId: session, traceId: id }, onRepair);
  return [...own, ...observations];
}

function readObservation(data: Fields, context: Fields | null, onRepair: OnRepair): ConversationPart[] {
  const trace = toName(pick(data, "traceId", "trace_id")).name;
  const id = toName(data["id"]).name;
  const isRoot = pick(data, "parentObservationId", "parent_observation_id") === undefined;
  if (
    trace === null ||
    id === null ||
    silentTypes.has(data["type"]) ||
    !(isRoot || data["type"] === "GENERATION")
  ) {
    onRepair("step-passed-over");
    return [];
  }
  const around = context ?? {};
  return toParts(
    {
      trace,
      step: id,
      rank: isRoot ? 1 : 2,
      session: pick(data, "sessionId", "session_id") ?? pick(around, "sessionId", "session_id"),
      account: pick(data, "userId", "user_id") ?? pick(around, "userId", "user_id"),
      time: toTime(pick(data, "startTime", "start_time")),
      model: pick(data, "model", "providedModelName", "provided_model_name"),
      labels: labelsOf(data, pick(data, "traceName", "trace_name")),
      input: data["input"],
      output: data["output"],
    },
    onRepair,
  );
}

function labelsOf(data: Fields, name: unknown): Fields {
  const tags = pick(data, "tags", "traceTags");
  // A cell of a table holds a list as JSON.
  const parsed = typeof tags === "string" ? parseJson(tags) : null;
  return {
    name,
    tags: parsed?.ok === true ? parsed.value : tags,
    release: data["release"],
    version: data["version"],
    environment: data["environment"],
  };
}

/** The first of the fields that holds something. */
function pick(data: Fields, ...names: readonly string[]): unknown {
  for (const name of names) {
    const value = data[name];
    if (value !== undefined && value !== null && value !== "") return value;
  }
  return undefined;
}
