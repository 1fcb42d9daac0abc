import type { FormatName } from "../names.ts";

/** A record of each format, with all that the format is known by: what tests of all formats start from. */
export const formatExamples = {
  observatory: {
    id: "1",
    account: "a",
    messages: [{ role: "user", content: "hi" }],
    labels: { path: ["x"] },
  },
  "openai-chat": {
    messages: [
      { role: "developer", content: "be brief" },
      {
        role: "user",
        content: [
          { type: "text", text: "what is this" },
          { type: "image_url", image_url: { url: "https://x" } },
        ],
      },
    ],
    user: "ann",
    created: 1_700_000_000,
  },
  sharegpt: {
    id: "x",
    conversations: [
      { from: "human", value: "hi" },
      { from: "gpt", value: "hello" },
    ],
    system: "be kind",
  },
  "hh-rlhf": {
    chosen: "\n\nHuman: hi\n\nAssistant: hello\n\nHuman: bye",
    rejected: "\n\nHuman: hi\n\nAssistant: no",
  },
  "claude-ai": {
    uuid: "c",
    name: "n",
    account: { uuid: "a" },
    chat_messages: [
      { uuid: "m", text: "hi", content: [{ type: "text", text: "hi" }], sender: "human", files: [] },
    ],
  },
  chatgpt: {
    title: "t",
    create_time: 1_700_000_000.5,
    mapping: {
      r: { id: "r", message: null, parent: null, children: ["m"] },
      m: {
        id: "m",
        message: { author: { role: "user" }, content: { content_type: "text", parts: ["hi"] } },
        parent: "r",
        children: [],
      },
    },
    current_node: "m",
    conversation_id: "c",
  },
  "anthropic-messages": {
    model: "claude-sonnet-4-20250514",
    max_tokens: 10,
    messages: [{ role: "user", content: "hi" }],
  },
  "anthropic-batch": {
    custom_id: "1",
    params: { model: "claude-x", max_tokens: 10, messages: [{ role: "user", content: "hi" }] },
  },
  "openai-batch": {
    custom_id: "1",
    method: "POST",
    url: "/v1/chat/completions",
    body: { model: "gpt-4o-mini", messages: [{ role: "user", content: "hi" }] },
  },
  "claude-code": {
    type: "user",
    sessionId: "s",
    uuid: "u",
    parentUuid: null,
    isSidechain: false,
    message: { role: "user", content: "hi" },
    timestamp: "2026-01-01T00:00:00Z",
  },
  "lmsys-chat": {
    conversation_id: "c1",
    model: "vicuna-13b",
    conversation: [{ content: "hi", role: "user" }],
    turn: 1,
    language: "English",
    openai_moderation: [{ categories: {}, category_scores: {}, flagged: false }],
    redacted: false,
  },
  wildchat: {
    conversation_hash: "h1",
    model: "gpt-4",
    timestamp: "2023-04-09T00:02:53",
    conversation: [{ content: "hi", role: "user", language: "English", toxic: false, redacted: false }],
    turn: 1,
    language: "English",
    openai_moderation: [{ flagged: false }],
    detoxify_moderation: [{ toxicity: 0.1 }],
    toxic: false,
    redacted: false,
    hashed_ip: "ip1",
  },
  langfuse: {
    id: "t1",
    timestamp: "2024-05-29T13:46:19.963Z",
    name: "chat",
    input: [{ role: "user", content: "hi" }],
    output: "hello",
    sessionId: "s1",
    userId: "u1",
    tags: [],
    public: false,
  },
  langsmith: {
    id: "r1",
    trace_id: "r1",
    parent_run_id: null,
    run_type: "chain",
    session_id: "project",
    start_time: "2024-05-29T13:46:19.963000",
    inputs: { question: "hi" },
    outputs: { answer: "hello" },
  },
  "otel-genai": {
    trace_id: "4bf92f3577b34da6a3ce929d0e0e4736",
    span_id: "00f067aa0ba902b7",
    name: "chat gpt-4",
    start_time: "2024-05-29T13:46:19.963Z",
    attributes: {
      "gen_ai.operation.name": "chat",
      "gen_ai.prompt.0.role": "user",
      "gen_ai.prompt.0.content": "hi",
    },
  },
} satisfies Record<FormatName, unknown>;
