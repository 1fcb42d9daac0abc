import { z } from "zod";
import { toName } from "../../conversion/to-name.ts";
import { toTime } from "../../conversion/to-time.ts";
import { toFields, type Fields } from "../traces/to-fields.ts";
import { readAnyValue, readAttributes, type Attributes } from "./read-attributes.ts";

/** Something with a name that happened: during a span, or as a record of a log. */
export interface SpanEvent {
  readonly name: string;
  readonly attributes: Attributes;
  /** What a record of a log says beside its attributes. */
  readonly body: unknown;
}

/** A span, or a record of a log that says to which span it belongs. */
export interface Span {
  readonly trace: string;
  readonly span: string;
  /** As `toInstant` takes it. */
  readonly time: unknown;
  readonly attributes: Attributes;
  readonly events: readonly SpanEvent[];
  /** Name of the service that wrote it. */
  readonly service: unknown;
  /** Whether it is a record of a log: one of perhaps several that tell of the span. */
  readonly isLog: boolean;
}

const list = z.array(z.unknown());

/** Whether a record holds spans or records of a log: a request of OTLP, or one span. */
export function holdsSpans(value: unknown): boolean {
  const data = toFields(value);
  if (data === undefined) return false;
  return resourcesOf(data) !== null || readSpan(data, undefined) !== null;
}

/** The spans and records of logs in a record; null where it is neither. */
export function readSpans(value: unknown): readonly Span[] | null {
  const data = toFields(value);
  if (data === undefined) return null;
  const resources = resourcesOf(data);
  if (resources !== null) return resources.flatMap(readResource);
  const span = readSpan(data, undefined);
  return span === null ? null : [span];
}

function resourcesOf(data: Fields): readonly unknown[] | null {
  const lists = ["resourceSpans", "resource_spans", "resourceLogs", "resource_logs", "batches"].flatMap(
    (key) => list.safeParse(data[key]).data ?? [],
  );
  return lists.length > 0 ? lists : null;
}

function readResource(value: unknown): Span[] {
  const data = toFields(value) ?? {};
  const service = readAttributes(toFields(data["resource"])?.["attributes"]).get("service.name");
  const scopes = [
    "scopeSpans",
    "scope_spans",
    "instrumentationLibrarySpans",
    "scopeLogs",
    "scope_logs",
  ].flatMap((key) => list.safeParse(data[key]).data ?? []);
  return scopes.flatMap((scope) => {
    const inner = toFields(scope) ?? {};
    const rows = ["spans", "logRecords", "log_records"].flatMap(
      (key) => list.safeParse(inner[key]).data ?? [],
    );
    return rows.flatMap((row) => readSpan(toFields(row) ?? {}, service) ?? []);
  });
}

/** A span as OTLP, the console exporters of the SDKs and tables of spans have it; null for anything else. */
function readSpan(data: Fields, service: unknown): Span | null {
  const around = toFields(data["context"] ?? data["spanContext"]) ?? {};
  const trace = toName(
    pick(data, "traceId", "trace_id", "context.trace_id") ?? pick(around, "trace_id", "traceId"),
  );
  const span = toName(
    pick(data, "spanId", "span_id", "context.span_id") ?? pick(around, "span_id", "spanId"),
  );
  if (trace.name === null || span.name === null) return null;
  const attributes = attributesOf(data);
  const eventName = pick(data, "eventName", "event_name") ?? attributes.get("event.name");
  const isLog = typeof eventName === "string";
  if (!isLog && !Object.hasOwn(data, "name")) return null;
  const start = pick(
    data,
    "startTimeUnixNano",
    "start_time_unix_nano",
    "start_time",
    "startTime",
    "timeUnixNano",
  );
  const resource = toFields(data["resource"]);
  return {
    trace: trace.name,
    span: span.name,
    time: readTime(start ?? pick(data, "time_unix_nano", "timestamp", "observedTimeUnixNano")),
    attributes,
    events: isLog
      ? [{ name: eventName, attributes, body: readAnyValue(data["body"]) }]
      : (list.safeParse(data["events"]).data ?? []).flatMap(readEvent),
    service: service ?? readAttributes(resource?.["attributes"]).get("service.name"),
    isLog,
  };
}

function readEvent(value: unknown): SpanEvent[] {
  const data = toFields(value) ?? {};
  const name = pick(data, "name", "event_name", "eventName");
  if (typeof name !== "string") return [];
  return [{ name, attributes: readAttributes(data["attributes"]), body: readAnyValue(data["body"]) }];
}

const columnPrefix = "attributes.";

/** Attributes stand together, or each in a column of a table. */
function attributesOf(data: Fields): Attributes {
  if (Object.hasOwn(data, "attributes")) return readAttributes(data["attributes"]);
  const columns = Object.entries(data).filter(([key]) => key.startsWith(columnPrefix));
  return readAttributes(
    Object.fromEntries(columns.map(([key, value]) => [key.slice(columnPrefix.length), value])),
  );
}

/** Nanoseconds as text or number, ISO, or the pair of seconds and nanoseconds of the JavaScript SDK. */
function readTime(value: unknown): unknown {
  const pair = z.tuple([z.number(), z.number()]).safeParse(value).data;
  return pair === undefined ? toTime(value) : pair[0] * 1000 + pair[1] / 1e6;
}

function pick(data: Fields, ...names: readonly string[]): unknown {
  return names
    .map((name) => data[name])
    .find((value) => value !== undefined && value !== null && value !== "");
}
