import { describe, expect, test } from "vitest";
import { importTalks } from "../../testing/import-talks.ts";
import { langfuseFormat } from "./langfuse.ts";

const user = (content: string): object => ({ role: "user", content });
const answer = (content: string): object => ({ role: "assistant", content });

/** A trace as the API lists it. */
const trace = (id: string, fields: object = {}): object => ({
  id,
  timestamp: `2024-05-29T13:46:${id.padStart(2, "0")}.963Z`,
  name: "chat",
  input: null,
  output: null,
  sessionId: "s1",
  release: null,
  version: null,
  userId: "u1",
  metadata: { email: "ann@example.org" },
  tags: ["beta"],
  public: false,
  environment: "production",
  htmlPath: `/project/p/traces/${id}`,
  latency: 1.2,
  totalCost: 0,
  observations: [`${id}-generation`],
  scores: [],
  ...fields,
});

/** An observation as the API and the page have it. */
const observation = (traceId: string, type: string, fields: object = {}): object => ({
  id: `${traceId}-${type.toLowerCase()}`,
  traceId,
  type,
  name: "llm",
  startTime: `2024-05-29T13:46:${traceId.padStart(2, "0")}.970Z`,
  endTime: null,
  model: "gpt-4o",
  modelParameters: {},
  input: null,
  output: null,
  metadata: {},
  level: "DEFAULT",
  statusMessage: null,
  parentObservationId: null,
  usageDetails: {},
  environment: "production",
  ...fields,
});

/** A trace and an observation as they are exported to blob storage. */
const blobTrace = (id: string, fields: object = {}): object => ({
  id,
  timestamp: `2024-05-29 13:46:${id.padStart(2, "0")}.963000`,
  name: "chat",
  environment: "default",
  project_id: "p",
  metadata: {},
  user_id: "u1",
  session_id: "s1",
  release: null,
  version: null,
  public: false,
  bookmarked: false,
  tags: [],
  input: null,
  output: null,
  created_at: "2024-05-29 13:46:20.000000",
  updated_at: "2024-05-29 13:46:20.000000",
  ...fields,
});
const blobObservation = (traceId: string, fields: object = {}): object => ({
  id: `${traceId}-generation`,
  trace_id: traceId,
  project_id: "p",
  environment: "default",
  type: "GENERATION",
  parent_observation_id: "",
  start_time: `2024-05-29 13:46:${traceId.padStart(2, "0")}.970000`,
  end_time: null,
  name: "llm",
  input: "",
  output: "",
  provided_model_name: "gpt-4o",
  usage_details: {},
  ...fields,
});

const turns = [
  { input: [user("a")], output: answer("b") },
  { input: [user("a"), answer("b"), user("c")], output: answer("d") },
];
const talk = ["user: a", "assistant: b", "user: c", "assistant: d"];

describe("a session", () => {
  test("is a conversation of its traces' texts, in order of time, each message once", async () => {
    const page = { data: [trace("2", turns[1]), trace("1", turns[0])], meta: { page: 1, totalItems: 2 } };
    const { conversations, talks, losses, formats } = await importTalks([page]);
    expect(formats).toEqual(["langfuse"]);
    expect(talks).toEqual([talk]);
    expect(conversations[0]).toMatchObject({
      id: "s1",
      account: "u1",
      createdAt: "2024-05-29T13:46:01.963Z",
      labels: { name: "chat", tags: ["beta"], environment: "production" },
    });
    expect(JSON.stringify(conversations)).not.toContain("example.org");
    expect(losses).toEqual({ "history-merged": 1 });
  });

  test("may be a file of its own, with its traces inside", async () => {
    const inside = [
      trace("1", { ...turns[0], sessionId: undefined }),
      trace("2", { ...turns[1], sessionId: undefined }),
    ];
    const { talks, conversations } = await importTalks({
      "session-s9.json": [{ id: "s9", createdAt: "2024-05-29", traces: inside, users: ["u1"] }],
    });
    expect(talks).toEqual([talk]);
    expect(conversations[0]?.id).toBe("s9");
  });

  test("holds one answer where trace, observations and two exports tell of it", async () => {
    const root = {
      parent_observation_id: "",
      type: "SPAN",
      id: "1-root",
      input: '{"question":"a"}',
      output: "b",
    };
    const generation = (fields: object): object =>
      blobObservation("1", {
        parent_observation_id: "1-root",
        input: JSON.stringify([user("a")]),
        output: "b",
        ...fields,
      });
    const context = { user_id: "u1", session_id: "s1", trace_name: "chat", tags: [] };
    const { talks, losses } = await importTalks({
      "observations.jsonl": [blobObservation("1", root), generation({ parent_observation_id: "1-root" })],
      "observations_v2.jsonl": [blobObservation("1", { ...root, ...context }), generation(context)],
      "scores.jsonl": [
        {
          id: "x",
          timestamp: "2024-05-29 13:46:19.963000",
          trace_id: "1",
          name: "good",
          value: 1,
          data_type: "NUMERIC",
          source: "API",
        },
      ],
      "traces.jsonl": [blobTrace("1", { input: '{"question":"a"}', output: "b" })],
    });
    expect(talks).toEqual([["user: a", "assistant: b"]]);
    expect(losses).toMatchObject({ "score-passed-over": 1 });
  });
});

describe("a trace without a session", () => {
  test("is a conversation, told by its calls where it has no text of its own", async () => {
    const { conversations, talks, losses } = await importTalks([
      observation("1", "GENERATION", turns[0]),
      observation("1", "TOOL", { input: { city: "Rome" }, output: "sunny", parentObservationId: "1-root" }),
      trace("1", { sessionId: null }),
    ]);
    expect(talks).toEqual([["user: a", "assistant: b"]]);
    expect(conversations[0]).toMatchObject({ id: "1", account: "u1", model: "gpt-4o" });
    expect(losses).toEqual({ "step-passed-over": 1 });
  });

  test("may be a file of its own, with its observations inside or beside", async () => {
    const observations = [
      observation("7", "SPAN", { input: { args: [], kwargs: {} }, output: { documents: [] } }),
      observation("7", "GENERATION", { ...turns[0], parentObservationId: "7-span" }),
    ];
    const { talks } = await importTalks({
      "trace-7.json": [{ ...trace("7", { sessionId: null }), observations }],
      "trace-8.json": [{ trace: trace("8", { ...turns[0], sessionId: null }), observations: [] }],
    });
    expect(talks).toEqual([
      ["user: a", "assistant: b"],
      ["user: a", "assistant: b"],
    ]);
  });

  test("keeps its observations together where the trace has a session and no text", async () => {
    const { conversations, talks } = await importTalks({
      "observations.jsonl": [blobObservation("1", { input: "a", output: "b", parent_observation_id: null })],
      "traces.jsonl": [blobTrace("1")],
    });
    expect(talks).toEqual([["user: a", "assistant: b"]]);
    expect(conversations[0]).toMatchObject({ id: "1", account: "u1" });
  });

  test("without any text is a loss", async () => {
    const { losses } = await importTalks([trace("1", { sessionId: null }), trace("2", turns[0])]);
    expect(losses).toEqual({ "no-messages": 1 });
  });
});

describe("inputs and outputs", () => {
  test.each<[unknown, unknown]>([
    ["a", "b"],
    [{ messages: [user("a")] }, answer("b")],
    [{ question: "a" }, { answer: "b" }],
    [JSON.stringify([user("a")]), JSON.stringify(answer("b"))],
    [[user("a")], { choices: [{ message: answer("b") }] }],
    [{ args: ["a"], kwargs: {} }, "b"],
    [[{ type: "human", content: "a" }], { type: "ai", content: "b" }],
  ])("%j and %j are read", async (input, output) => {
    const { talks } = await importTalks([trace("1", { input, output })]);
    expect(talks).toEqual([["user: a", "assistant: b"]]);
  });

  test("of agents keep the steps of tools, and a system prompt that changes is told", async () => {
    const call = {
      role: "assistant",
      content: null,
      tool_calls: [{ function: { name: "f", arguments: "{}" } }],
    };
    const result = { role: "tool", content: "r" };
    const system = (content: string): object => ({ role: "system", content });
    const inside = (n: number, input: unknown, output: unknown): object =>
      observation("1", "GENERATION", {
        id: `g${n}`,
        startTime: `2024-05-29T13:47:0${n}Z`,
        parentObservationId: "root",
        input,
        output,
      });
    const { talks, losses } = await importTalks([
      inside(1, [system("monday"), user("a")], call),
      inside(2, [system("tuesday"), user("a"), call, result], answer("b")),
    ]);
    expect(talks).toEqual([
      ["system: monday", "user: a", "assistant: [tool call: f] {}", "tool: r", "assistant: b"],
    ]);
    expect(losses).toEqual({ "history-merged": 1, "system-prompt-changed": 1 });
  });
});

test("rows of a table have lists and objects as JSON in a text", () => {
  const reading = langfuseFormat.parseParts(
    {
      id: "1",
      timestamp: "2024-05-29T13:46:19.963Z",
      name: "chat",
      userId: "u",
      sessionId: "",
      tags: '["x"]',
      input: '"a"',
      output: "",
    },
    () => {},
  );
  expect(reading).toMatchObject({
    value: [{ group: "trace 1", value: { labels: { tags: ["x"] }, account: "u" } }],
  });
});
