import { describe, expect, test } from "vitest";
import { importTalks } from "../../testing/import-talks.ts";

/** A message as LangChain serialises it. */
const lc = (name: string, content: unknown, kwargs: object = {}): object => ({
  lc: 1,
  type: "constructor",
  id: ["langchain_core", "messages", name],
  kwargs: { content, type: name, ...kwargs },
});
const human = (content: string): object => lc("HumanMessage", content);
const ai = (content: string): object => lc("AIMessage", content);

/** A run as the SDK dumps it. Its project is `session_id`. */
const run = (id: string, fields: object = {}): object => ({
  id,
  name: "RunnableSequence",
  run_type: "chain",
  start_time: `2024-07-01T09:00:0${id.slice(0, 1)}.123456`,
  end_time: null,
  trace_id: id,
  parent_run_id: null,
  dotted_order: "",
  session_id: "0b9f8a52-project",
  session_name: "support-bot",
  inputs: {},
  outputs: {},
  extra: { metadata: { thread_id: "t1", user_id: "u1", email: "ann@example.org" } },
  tags: ["beta"],
  feedback_stats: null,
  ...fields,
});

const talk = ["user: a", "assistant: b", "user: c", "assistant: d"];

describe("a thread", () => {
  test("is a conversation of its root runs, named by metadata and not by the project", async () => {
    const { conversations, talks, losses, formats } = await importTalks([
      run("2", { inputs: { input: "c", chat_history: [human("a"), ai("b")] }, outputs: { output: "d" } }),
      run("1", { inputs: { input: "a", chat_history: [] }, outputs: { output: "b" } }),
      run("3", { inputs: { input: "e" }, outputs: { output: "f" }, extra: { metadata: {} } }),
    ]);
    expect(formats).toEqual(["langsmith"]);
    expect(talks).toEqual([talk, ["user: e", "assistant: f"]]);
    expect(conversations).toMatchObject([
      {
        id: "t1",
        account: "u1",
        createdAt: "2024-07-01T09:00:01.123Z",
        labels: { name: "RunnableSequence", tags: ["beta"], project: "support-bot" },
      },
      { id: "3", account: null },
    ]);
    expect(JSON.stringify(conversations)).not.toContain("example.org");
    expect(losses).toEqual({ "history-merged": 1 });
  });

  test.each(["thread_id", "session_id", "conversation_id"])("may be named by %s", async (key) => {
    const { conversations } = await importTalks([
      run("1", { inputs: { question: "a" }, extra: { metadata: { [key]: "mine" } } }),
    ]);
    expect(conversations[0]?.id).toBe("mine");
  });

  test("of LangGraph returns all messages so far with each answer", async () => {
    const message = (type: string, content: string): object => ({ type, content, id: `id-${content}` });
    const [a, b, c, d] = ["a", "b", "c", "d"].map((text, i) => message(i % 2 === 0 ? "human" : "ai", text));
    const { talks } = await importTalks([
      run("1", { name: "LangGraph", inputs: { messages: [a] }, outputs: { messages: [a, b] } }),
      run("2", { name: "LangGraph", inputs: { messages: [c] }, outputs: { messages: [a, b, c, d] } }),
    ]);
    expect(talks).toEqual([talk]);
  });
});

describe("runs inside a run", () => {
  const llm = run("2", {
    run_type: "llm",
    name: "ChatOpenAI",
    trace_id: "1",
    parent_run_id: "1",
    inputs: { messages: [[lc("SystemMessage", "be kind"), human("a")]] },
    outputs: { generations: [[{ text: "b", type: "ChatGeneration", message: ai("b") }]], llm_output: null },
    extra: { metadata: { ls_model_name: "gpt-4o" }, invocation_params: { model: "gpt-4o" } },
  });
  const tool = run("3", { run_type: "tool", trace_id: "1", parent_run_id: "1", inputs: { input: "x" } });

  test("repeat what the run around them tells, and are left out", async () => {
    const { talks, losses } = await importTalks([
      run("1", { inputs: { question: "a" }, outputs: { answer: "b" } }),
      llm,
      tool,
    ]);
    expect(talks).toEqual([["user: a", "assistant: b"]]);
    expect(losses).toEqual({ "step-passed-over": 1, "nested-steps-left-out": 1 });
  });

  test("tell what the run around them does not tell in words", async () => {
    const { conversations, talks } = await importTalks([
      run("1", { inputs: { state: { step: 1 } }, extra: { metadata: { user_id: "u1" } } }),
      llm,
      tool,
    ]);
    expect(talks).toEqual([["system: be kind", "user: a", "assistant: b"]]);
    expect(conversations[0]).toMatchObject({ id: "1", account: "u1", model: "gpt-4o" });
  });

  test("may be held by it", async () => {
    const { talks } = await importTalks([run("1", { child_runs: [llm, tool], extra: null })]);
    expect(talks).toEqual([["system: be kind", "user: a", "assistant: b"]]);
  });
});

describe("messages", () => {
  test.each<[string, unknown, unknown]>([
    [
      "of LangChain, serialised",
      { messages: [[human("a")]] },
      { generations: [[{ text: "b", message: ai("b") }]] },
    ],
    [
      "of LangChain, as it stores them",
      { messages: [{ type: "human", data: { content: "a" } }] },
      { output: { type: "ai", data: { content: "b" } } },
    ],
    ["of LangChain, as pairs", { messages: [["user", "a"]] }, { output: "b" }],
    [
      "of OpenAI",
      { messages: [{ role: "user", content: "a" }], model: "m" },
      { choices: [{ message: { role: "assistant", content: "b" } }] },
    ],
    [
      "of Anthropic",
      { messages: [{ role: "user", content: [{ type: "text", text: "a" }] }] },
      { role: "assistant", content: [{ type: "text", text: "b" }] },
    ],
    ["as JSON in a text, as in Parquet", '{"messages":[{"role":"user","content":"a"}]}', '{"output":"b"}'],
  ])("%s", async (_, inputs, outputs) => {
    const { talks } = await importTalks([run("1", { run_type: "llm", inputs, outputs })]);
    expect(talks).toEqual([["user: a", "assistant: b"]]);
  });
});

test("rows of a bulk export have metadata as JSON in a text", async () => {
  const { conversations } = await importTalks([
    run("1", {
      inputs: '{"input":"a"}',
      outputs: null,
      extra: '{"metadata":{"thread_id":"t9","user_id":"u9"}}',
    }),
  ]);
  expect(conversations[0]).toMatchObject({ id: "t9", account: "u9" });
});

test("a reply of the API holds many runs, and a list of runs may be written over lines", async () => {
  const runs = [
    run("1", { inputs: { input: "a" }, outputs: { output: "b" } }),
    run("2", { inputs: { input: "c" }, outputs: { output: "d" } }),
  ];
  expect((await importTalks([{ runs, cursors: { next: null } }])).talks).toEqual([talk]);
  expect((await importTalks({ "runs.json": runs })).talks).toEqual([talk]);
});
