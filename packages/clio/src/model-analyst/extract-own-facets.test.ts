import type { ModelRequest, Outcome } from "@observatory/core";
import { createFakeModel, toPromptText, type FakeAnswer } from "@observatory/core/testing";
import { expect, test } from "vitest";
import type { Facets, MisfitReason } from "../analyst.ts";
import { extractLexicalFacets } from "../facets/extract-lexical-facets.ts";
import type { OwnFacet } from "../facets/own/own-facet.ts";
import { createConversation } from "../testing/create-conversation.ts";
import { createModelAnalyst } from "./create-model-analyst.ts";

const letter = createConversation(["user", "My name is Zofia Kowalska. Write a letter to my landlord."]);
const own: readonly OwnFacet[] = [
  { name: "obstacle", kind: "summary", question: "What kept the user back?" },
  { name: "sector", kind: "categories", question: "In which sector?", values: ["Health", "Housing"] },
  { name: "tools", kind: "categories", question: "Which tools?" },
  { name: "success", kind: "rating", question: "How well did it go?" },
];
const fitting = { obstacle: "a cold flat", sector: ["Housing"], tools: [], success: 4 };

async function extract(
  answer: (request: ModelRequest, call: number) => FakeAnswer,
  facetCalls: "one" | "each" = "one",
) {
  const model = createFakeModel(answer);
  const analyst = createModelAnalyst({
    extractor: model,
    namer: model,
    auditor: model,
    ownFacets: own,
    facetCalls,
  });
  const misfits: MisfitReason[] = [];
  const [outcome] = await analyst.extractFacets([letter], {
    onMisfit: ({ reason }) => misfits.push(reason),
  });
  return { facets: valueOf(outcome), misfits, model };
}

function valueOf(outcome: Outcome<Facets> | undefined): Facets {
  if (outcome?.ok !== true) throw new Error("no facets");
  return outcome.value;
}

const write = (values: object): string =>
  JSON.stringify({
    requests: [{ request: "to write a letter", task: "to write", weight: 1 }],
    languages: ["English"],
    concern: 1,
    ...values,
  });

test("asks for the user's own facets in the same call", async () => {
  const { facets, model } = await extract(() => write(fitting));
  expect(facets).toMatchObject({ requests: [{ request: "write a letter" }], own: fitting });
  expect(model.requests).toHaveLength(1);
  expect(toPromptText(model.requests[0] as ModelRequest)).toContain('"obstacle": What kept the user back?');
});

test("summaries are cleaned as the built-in ones are, labels are those of the list, ratings are numbers", async () => {
  const { facets, misfits } = await extract(() =>
    write({
      obstacle: `<b>Zofia Kowalska</b> at zofia@example.org had a cold flat. ${"and more ".repeat(200)}`,
      sector: ["housing", "Astrology", "HOUSING"],
      tools: ["Word", "word", "zofia@example.org"],
      success: "4/5",
    }),
  );
  const { obstacle, ...rest } = facets.own ?? {};
  expect(obstacle).toMatch(/^\[NAME\] at \[EMAIL\] had a cold flat/u);
  expect(String(obstacle).length).toBeLessThanOrEqual(280);
  expect(rest).toEqual({ sector: ["Housing"], tools: ["Word", "[EMAIL]"], success: 4 });
  expect(misfits).toEqual([]);
});

test("a facet of which the conversation says nothing has no value, without another call", async () => {
  const { facets, model } = await extract(() => write({ ...fitting, obstacle: "", sector: [] }));
  expect(facets.own).toEqual({ sector: [], tools: [], success: 4 });
  expect(model.requests).toHaveLength(1);
});

test.each([
  ["a rating off the scale", { success: 7 }, "schema", ["obstacle", "sector", "tools"]],
  ["labels off the list", { sector: ["Astrology"] }, "off-list", ["obstacle", "tools", "success"]],
  ["no text", { obstacle: 3 }, "schema", ["sector", "tools", "success"]],
] as const)(
  "after %s twice that facet alone has no value, and it is counted",
  async (_what, bad, reason, kept) => {
    const { facets, misfits } = await extract(() => write({ ...fitting, ...bad }));
    expect(misfits).toEqual([reason, reason]);
    expect(facets).toMatchObject({
      requests: [{ request: "write a letter" }],
      reading: { firstMisfit: reason, secondMisfit: reason },
    });
    expect(Object.keys(facets.own ?? {})).toEqual(kept);
  },
);

test("a second answer that fits is taken", async () => {
  const { facets } = await extract((_, call) => write(call === 0 ? { ...fitting, success: 0 } : fitting));
  expect(facets.own).toEqual(fitting);
  expect(facets.reading).toEqual({ firstMisfit: "schema", secondMisfit: null });
});

test("where no answer fits at all, the rules know nothing of the user's own facets", async () => {
  const { facets } = await extract(() => "sorry");
  const lexical = valueOf(extractLexicalFacets(letter));
  expect(facets).toEqual({ ...lexical, reading: { firstMisfit: "not-json", secondMisfit: "not-json" } });
  expect(facets.own).toBeUndefined();
});

test("one call a facet: the user's own have theirs, and one that fails leaves the others", async () => {
  const { facets, model, misfits } = await extract(({ schema }) => {
    const asked = Object.keys(Object(schema?.["properties"]));
    const answers: Readonly<Record<string, unknown>> = {
      request: "to write a letter",
      task: "to write",
      languages: ["English"],
      concern: 1,
      ...fitting,
      success: "great",
    };
    return JSON.stringify(Object.fromEntries(asked.map((name) => [name, answers[name]])));
  }, "each");
  const { success: _, ...rest } = fitting;
  expect(facets).toMatchObject({ requests: [{ request: "write a letter" }], concern: 1 });
  expect(facets.own).toEqual(rest);
  expect(misfits).toEqual(["schema", "schema"]);
  expect(model.requests.filter(({ schema }) => schema?.["title"] === "clio-own")).toHaveLength(5);
  expect(new Set(model.requests.map(({ prompt }) => prompt[0]?.text)).size).toBe(1);
});
