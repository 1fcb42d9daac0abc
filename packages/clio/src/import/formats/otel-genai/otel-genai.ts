import {
  found,
  lost,
  type ConversationPart,
  type GroupedFormat,
  type OnRepair,
} from "../conversation-draft.ts";
import { assembleTraces } from "../traces/assemble-traces.ts";
import { toParts } from "../traces/trace-step.ts";
import type { Attributes } from "./read-attributes.ts";
import { readSpanMessages } from "./read-span-messages.ts";
import { holdsSpans, readSpans, type Span } from "./read-spans.ts";

/**
 * OpenTelemetry's spans of calls of models: requests of OTLP as JSON and single spans, in the conventions for GenAI old and new, of
 * OpenLLMetry and of OpenInference; content in records of logs too.
 *
 * A conversation is what `gen_ai.conversation.id` or `session.id` name, or a trace. Traps: values are typed, whole numbers
 * are text; messages are attributes, JSON in attributes, numbered attributes, events of spans or records of logs; each
 * call repeats the history; agents and chains tell what the calls within tell, so they are read where no call can be; calls of
 * tools, embeddings and all other spans are left out; content is often switched off, and then there are no messages.
 */
export const otelGenaiFormat = {
  name: "otel-genai",
  describe:
    'OpenTelemetry GenAI spans: OTLP {"resourceSpans"} or {"resourceLogs"}, or spans {"trace_id","span_id","attributes":{"gen_ai.*"}}',
  detect: (value) => (holdsSpans(value) ? 0.95 : 0),
  parseParts: (value, onRepair) => {
    const spans = readSpans(value);
    return spans === null
      ? lost("not-a-conversation")
      : found(spans.flatMap((span) => readSpan(span, onRepair)));
  },
  assemble: assembleTraces,
} as const satisfies GroupedFormat;

const conversationKeys = [
  "gen_ai.conversation.id",
  "session.id",
  "langfuse.session.id",
  "traceloop.association.properties.session_id",
  "ai.telemetry.metadata.sessionId",
];
const userKeys = [
  "user.id",
  "enduser.id",
  "enduser.pseudo.id",
  "langfuse.user.id",
  "traceloop.association.properties.user_id",
  "ai.telemetry.metadata.userId",
];
const modelKeys = ["gen_ai.response.model", "gen_ai.request.model", "llm.model_name", "ai.model.id"];

function readSpan(span: Span, onRepair: OnRepair): ConversationPart[] {
  const { attributes } = span;
  const kind = kindOf(span);
  const messages = kind === "other" ? null : readSpanMessages(attributes, span.events);
  // A call whose content is told elsewhere or nowhere still says whose it is.
  if (kind === "other" || (messages === null && kind !== "call")) {
    onRepair("step-passed-over");
    return [];
  }
  return toParts(
    {
      trace: span.trace,
      step: span.span,
      rank: kind === "call" ? 1 : 2,
      isFragment: span.isLog && attributes.get("gen_ai.input.messages") === undefined,
      session: pick(attributes, conversationKeys),
      account: pick(attributes, userKeys),
      time: span.time,
      model: pick(attributes, modelKeys),
      labels: {
        service: span.service,
        agent: attributes.get("gen_ai.agent.name"),
        provider: pick(attributes, ["gen_ai.provider.name", "gen_ai.system", "llm.provider"]),
      },
      input: messages?.input,
      output: messages?.output,
    },
    onRepair,
  );
}

const callOperations: ReadonlySet<unknown> = new Set([
  "chat",
  "completion",
  "text_completion",
  "generate_content",
]);
const agentOperations: ReadonlySet<unknown> = new Set([
  "invoke_agent",
  "invoke_workflow",
  "workflow",
  "agent",
  "task",
]);

/** A call of a model, an application around calls, or something that is no talk. */
function kindOf({ attributes, events }: Span): "call" | "agent" | "other" {
  const operation = attributes.get("gen_ai.operation.name") ?? attributes.get("llm.request.type");
  if (callOperations.has(operation)) return "call";
  if (agentOperations.has(operation)) return "agent";
  if (operation !== undefined) return "other";
  const kind = attributes.get("openinference.span.kind");
  if (kind === "LLM") return "call";
  if (kind === "AGENT" || kind === "CHAIN") return "agent";
  if (kind !== undefined) return "other";
  const entity = attributes.get("traceloop.span.kind");
  if (entity !== undefined) return agentOperations.has(entity) ? "agent" : "other";
  const names = [...attributes.keys(), ...events.map(({ name }) => name)];
  if (modelKeys.some((key) => attributes.has(key)) || names.some((name) => messageName.test(name)))
    return "call";
  return attributes.has("input.value") || attributes.has("ai.prompt") ? "agent" : "other";
}

/** Names of attributes and events that hold messages. */
const messageName =
  /^gen_ai\.(?:(?:input|output)\.messages|prompt|completion|content|choice|\w+\.message$)|^llm\.(?:in|out)put_messages/u;

function pick(attributes: Attributes, keys: readonly string[]): unknown {
  return keys.map((key) => attributes.get(key)).find((value) => value !== undefined && value !== "");
}
