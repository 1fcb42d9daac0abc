import { ModelError, type ModelRequest } from "@observatory/core";
import { createFakeModel, toPromptText, type FakeAnswer } from "@observatory/core/testing";
import { expect, test } from "vitest";
import { z } from "zod";
import type { MisfitReason } from "../analyst.ts";
import { defineAnswer } from "./answers/define-answer.ts";
import { ask } from "./ask.ts";
import { misfit } from "./misfit.ts";
import { toRequest } from "./prompts/to-request.ts";

const answer = defineAnswer("color", z.object({ color: z.string() }));
const request: ModelRequest = toRequest({
  material: "<text>the long material</text>",
  task: "Which color?",
  answer,
  maxOutputTokens: 100,
  temperature: 0.5,
});
const shorter = () => ({ ...request, prompt: [{ text: "<text>short</text>" }] });
const fits = JSON.stringify({ color: "red" });

async function askFake(
  answers: readonly (FakeAnswer | Error)[],
  options: { readonly shorter?: boolean } = {},
) {
  const misfits: { reason: MisfitReason; attempt: number }[] = [];
  const model = createFakeModel((_request, call) => {
    const next = answers[call];
    if (next === undefined) throw new RangeError("asked once too often");
    if (next instanceof Error) throw next;
    return next;
  });
  const result = await ask(
    model,
    {
      request,
      answer,
      ...(options.shorter === true ? { shorter } : {}),
      read: ({ color }) =>
        color === "red" ? { fits: true, value: color } : misfit("off-list", "not offered"),
    },
    { onMisfit: (misfit) => misfits.push({ ...misfit }), purpose: "test" },
  );
  return { result, misfits, requests: model.requests };
}

test("an answer that fits is taken, with one call", async () => {
  const { result, misfits, requests } = await askFake([fits]);
  expect(result).toEqual({ value: "red", reading: { firstMisfit: null, secondMisfit: null } });
  expect(misfits).toEqual([]);
  expect(requests).toEqual([request]);
});

const tooLong = new ModelError("too long", { kind: "too-long" });
const filtered = new ModelError("filtered", { kind: "filtered" });

test.each([
  ["no JSON", "not-json", "red, I think"],
  ["another object", "schema", '{"colour": 7}'],
  ["a refusal", "refusal", { text: "", stop: "refusal" }],
  ["a cut answer", "cut", { text: '{"color": "r', stop: "length" }],
  ["something that was not offered", "off-list", '{"color": "plaid"}'],
] as const)("after %s the same is asked again, with what was wrong", async (_what, reason, first) => {
  const { result, misfits, requests } = await askFake([first, fits]);
  expect(result).toEqual({ value: "red", reading: { firstMisfit: reason, secondMisfit: null } });
  expect(misfits).toEqual([{ reason, attempt: 1 }]);
  expect(requests[1]?.prompt.slice(0, -1)).toEqual(request.prompt);
  expect(requests[1]?.prompt.at(-1)?.text).toContain("could not be used");
  expect(requests[1]?.maxOutputTokens).toBe(reason === "cut" ? 400 : 100);
});

test("after two misfits there is no value, and no third call", async () => {
  const { result, misfits, requests } = await askFake(["nothing", { text: "", stop: "refusal" }]);
  expect(result).toEqual({ value: null, reading: { firstMisfit: "not-json", secondMisfit: "refusal" } });
  expect(misfits).toEqual([
    { reason: "not-json", attempt: 1 },
    { reason: "refusal", attempt: 2 },
  ]);
  expect(requests).toHaveLength(2);
});

test("a whole answer is taken even if the model was cut behind it", async () => {
  const { result } = await askFake([{ text: `${fits} and further`, stop: "length" }]);
  expect(result.value).toBe("red");
});

test("too much material is sent again by half, once", async () => {
  const { result, requests } = await askFake([tooLong, fits], { shorter: true });
  expect(result).toEqual({ value: "red", reading: { firstMisfit: "too-long", secondMisfit: null } });
  expect(requests.map(toPromptText)[1]).toBe("<text>short</text>");
  const again = await askFake([tooLong, tooLong], { shorter: true });
  expect(again.result.reading).toEqual({ firstMisfit: "too-long", secondMisfit: "too-long" });
});

test.each([
  ["what was filtered", filtered, "filtered"],
  ["what is too long and cannot be less", tooLong, "too-long"],
] as const)("%s is not sent again", async (_what, error, reason) => {
  const { result, misfits, requests } = await askFake([error]);
  expect(result).toEqual({ value: null, reading: { firstMisfit: reason, secondMisfit: reason } });
  expect(misfits.map(({ attempt }) => attempt)).toEqual([1, 2]);
  expect(requests).toHaveLength(1);
});

test("every other failure of a model is thrown", async () => {
  const failure = new ModelError("no key", { kind: "authentication" });
  await expect(askFake([failure])).rejects.toBe(failure);
  await expect(askFake(["nothing", failure])).rejects.toBe(failure);
});

test("what was wrong is told without quoting the answer", async () => {
  const { requests } = await askFake(['{"color": {"secret-word": 1}}', fits]);
  expect(requests.map(toPromptText)[1]).toContain("color: invalid_type");
  expect(JSON.stringify(requests)).not.toContain("secret-word");
});
