import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isGrouped } from "../conversation-draft.ts";
import { formats } from "../formats.ts";

const names = ["langfuse", "langsmith", "otel-genai"] as const;

const fieldNames = `
  id data meta traces trace observations timestamp type traceId startTime input output run_type
  inputs outputs extra child_runs runs parent_run_id resourceSpans scopeSpans spans spanId
  attributes events name key value body gen_ai.input.messages gen_ai.prompt.0.content
  gen_ai.choice messages role content parts tool_calls function lc kwargs stringValue kvlistValue
  values __proto__ constructor
`;
const field = fc.constantFrom(...fieldNames.trim().split(/\s+/u));
const word = fc.constantFrom(
  "",
  "s",
  "SPAN",
  "GENERATION",
  "llm",
  "chain",
  "user",
  "human",
  "[",
  '{"a":',
  "[[]]",
  "\uD800",
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    word,
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(field, tie("tree"), { maxKeys: 6 }),
  ),
}));
const record = fc.oneof(
  tree,
  fc.record({
    id: word,
    run_type: word,
    inputs: tree,
    outputs: tree,
    extra: tree,
    child_runs: fc.array(tree),
  }),
  fc.record({
    id: word,
    timestamp: word,
    sessionId: word,
    input: tree,
    output: tree,
    observations: fc.array(tree),
  }),
  fc.record({
    traceId: fc.constant("t"),
    spanId: word,
    name: word,
    attributes: tree,
    events: fc.array(tree),
  }),
);

test.each(names)("whatever stands in records, %s finds conversations or a loss, and never throws", (name) => {
  const format = formats[name];
  expect(isGrouped(format)).toBe(true);
  fc.assert(
    fc.property(record, (value) => {
      const score = format.detect(value);
      expect(score >= 0 && score <= 1).toBe(true);
      const parts = format.parseParts(value, () => {});
      if (!parts.ok) return;
      for (const part of parts.value) {
        const kept: unknown = JSON.parse(JSON.stringify(part.value));
        expect(kept).toEqual(part.value);
        const whole = format.assemble([part], () => {});
        expect(whole.ok).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test.each(names)("%s reads what is nested deeply to a bounded depth", (name) => {
  const open = '{"inputs":'.repeat(3000);
  const close = "}".repeat(3000);
  const deep: unknown = JSON.parse(`${open}"hi"${close}`);
  const list: unknown = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
  for (const odd of [deep, list]) {
    const records = [
      { id: "1", run_type: "chain", inputs: odd, outputs: odd, extra: odd, child_runs: odd },
      { id: "1", timestamp: "2024-01-01", sessionId: "s", input: odd, output: odd, observations: odd },
      {
        traceId: "t",
        spanId: "s",
        name: "n",
        attributes: { "gen_ai.input.messages": odd, x: odd },
        events: odd,
      },
    ];
    for (const value of records) expect(formats[name].parseParts(value, () => {})).toHaveProperty("ok");
  }
});
