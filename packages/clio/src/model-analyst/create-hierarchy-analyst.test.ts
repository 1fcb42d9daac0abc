import type { ModelRequest } from "@observatory/core";
import { createFakeModel, toPromptText, type FakeAnswer } from "@observatory/core/testing";
import { expect, test } from "vitest";
import type { MisfitReason } from "../analyst.ts";
import { createHierarchyAnalyst } from "./create-hierarchy-analyst.ts";

function open(answer: (request: ModelRequest, call: number) => FakeAnswer, concurrency = 4) {
  const model = createFakeModel(answer, { concurrency });
  const misfits: MisfitReason[] = [];
  const onMisfit = ({ reason }: { readonly reason: MisfitReason }): void => void misfits.push(reason);
  return {
    model,
    misfits,
    hierarchy: createHierarchyAnalyst(model, { temperature: 1 }),
    options: { facet: "request", onMisfit } as const,
  };
}

const names = (...list: readonly string[]): string => JSON.stringify({ names: list });
const cluster = (name: string) => ({ name, description: `Users asked to ${name}.` });
const neighbourhood = {
  clusters: [cluster("Write letters"), cluster("Write </clusters> poems")],
  outside: [cluster("Cook dinner")],
  wanted: { least: 1, most: 3 },
};
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/^<name>(.*)<\/name>$/gmu)].map(([, name]) => name ?? "");

test("proposes broader names for each neighbourhood, cleaned and distinct", async () => {
  const { hierarchy, options, model } = open(() =>
    names('"write texts."', "Texts: write", "write a text", "a ".repeat(30), "Write <i>poems</i>"),
  );
  expect(await hierarchy.proposeParents([neighbourhood], options)).toEqual([["Write texts", "Write poems"]]);
  const text = toPromptText(model.requests[0] as ModelRequest);
  expect(text).toContain('<wanted least="1" most="3"/>');
  expect(text).toContain(
    "<cluster><name>Cook dinner</name><description>Users asked to Cook dinner.</description></cluster>",
  );
  expect(text.match(/<\/clusters>/gu)).toHaveLength(1);
  expect(model.requests[0]?.schema).toMatchObject({ title: "clio-parents" });
});

test("proposes nothing where two answers do not fit or nothing is to be named", async () => {
  const { hierarchy, options, misfits } = open(() => names());
  const empty = { ...neighbourhood, clusters: [] };
  expect(await hierarchy.proposeParents([neighbourhood, empty], options)).toEqual([[], []]);
  expect(misfits).toEqual(["schema", "schema"]);
});

test("deduplicates what fits into one prompt by one call", async () => {
  const { hierarchy, options, model } = open(() => names("Write texts", "Cook meals"));
  const proposals = ["Write texts", "Write a text", "Cook meals", "Cook dinner"];
  const wanted = { least: 1, most: 3 };
  const result = await hierarchy.deduplicateParents(proposals, { ...options, wanted });
  expect(result).toEqual(["Write texts", "Cook meals"]);
  expect(model.requests).toHaveLength(1);
  expect(namesIn(toPromptText(model.requests[0] as ModelRequest))).toEqual([
    "Write texts",
    "Cook meals",
    "Cook dinner",
  ]);
});

test("deduplicates a long list by chunks, twice and no more, and shares the wanted number among them", async () => {
  const proposals = Array.from({ length: 700 }, (_, i) => `Write about subject${i}`);
  const { hierarchy, options, model } = open((request) => {
    const shown = namesIn(toPromptText(request));
    return names(...shown.filter((_, i) => i % 2 === 0));
  });
  const wanted = { least: 150, most: 300 };
  const result = await hierarchy.deduplicateParents(proposals, { ...options, wanted });
  const texts = model.requests.map(toPromptText);
  expect(texts.map((text) => namesIn(text).length)).toEqual([234, 234, 232, 175, 175]);
  expect(texts[0]).toContain('<wanted least="50" most="101"/>');
  expect(result).toHaveLength(176);
});

test("a list that two answers do not fit stays undecided; of several chunks one that fails stays as it was", async () => {
  const wanted = { least: 1, most: 3 };
  const failing = open(() => "sorry");
  expect(
    await failing.hierarchy.deduplicateParents(["a b", "c d"], { ...failing.options, wanted }),
  ).toBeNull();
  expect(failing.misfits).toEqual(["not-json", "not-json"]);
  const proposals = Array.from({ length: 301 }, (_, i) => `Write about subject${i}`);
  const half = open((request) => {
    const shown = namesIn(toPromptText(request));
    return shown.includes("Write about subject0") ? "sorry" : names(shown[0] ?? "");
  });
  const result = await half.hierarchy.deduplicateParents(proposals, { ...half.options, wanted });
  expect(result).toHaveLength(152);
  expect(await half.hierarchy.deduplicateParents([], { ...half.options, wanted })).toEqual([]);
});

const parents = ["Write texts & letters", "Cook meals", "Plan trips", "Fix C++", "Fix C"];

test("assigns each child to the name that is answered, exactly or but for case, space and punctuation", async () => {
  const answers = ["Cook meals", " cook  MEALS. ", "Write texts &amp; letters", '"Plan trips"', "fix c++"];
  const { hierarchy, options, misfits } = open((request) => {
    const child = /<cluster><name>child (\d)/u.exec(toPromptText(request))?.[1] ?? "";
    return JSON.stringify({ parent: answers[Number(child)] });
  });
  const children = answers.map((_, i) => cluster(`child ${i}`));
  expect(await hierarchy.assignParents(children, parents, { ...options, seed: 7 })).toEqual([1, 1, 0, 2, 3]);
  expect(misfits).toEqual([]);
});

test("an answer off the list is asked for again once and then left open", async () => {
  const { hierarchy, options, misfits, model } = open(() => JSON.stringify({ parent: "Something else" }));
  const assigned = await hierarchy.assignParents([cluster("a")], parents, { ...options, seed: 7 });
  expect(assigned).toEqual([null]);
  expect(misfits).toEqual(["off-list", "off-list"]);
  expect(JSON.stringify(model.requests)).not.toContain("Something else");
  expect(await hierarchy.assignParents([cluster("a")], [], { ...options, seed: 7 })).toEqual([null]);
  expect(model.requests).toHaveLength(2);
});

test("every child sees all parents, in an order of its own that depends on seed and child alone", async () => {
  const children = ["a", "b", "c", "d"].map(cluster);
  const ordersFor = async (seed: number, concurrency: number, from = children) => {
    const { hierarchy, options, model } = open(() => JSON.stringify({ parent: "Cook meals" }), concurrency);
    await hierarchy.assignParents(from, parents, { ...options, seed });
    return model.requests.map((request) => namesIn(toPromptText(request)).join("|"));
  };
  const orders = await ordersFor(7, 1);
  expect(new Set(orders).size).toBeGreaterThan(1);
  for (const order of orders) expect(order.split("|").toSorted()).toHaveLength(parents.length);
  expect(await ordersFor(7, 32)).toEqual(orders);
  expect(await ordersFor(7, 1, children.toReversed())).toEqual(orders.toReversed());
  expect(await ordersFor(8, 1)).not.toEqual(orders);
});
