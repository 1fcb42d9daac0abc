import { expect, test } from "vitest";
import type { AnalysisRow } from "./analysis-row.ts";
import { listFacetSources } from "./facet-source.ts";
import { surveyFacets } from "./survey-facets.ts";

const row = (note: string): AnalysisRow => ({
  id: note,
  account: note,
  createdAt: null,
  duplicateKey: note,
  part: 0,
  copies: -1,
  settled: true,
  weight: 1000,
  base: 0,
  languages: [],
  concern: 1,
  turns: 1,
  length: 1,
  own: {},
  model: null,
  labels: { note },
});

async function* each(notes: readonly string[]): AsyncGenerator<AnalysisRow> {
  for (const note of notes) yield row(note);
  await Promise.resolve();
}

test("a text that is too long to be shown is not held, however often it comes", async () => {
  const asked: string[] = [];
  const long = "x".repeat(61);
  const survey = await surveyFacets(each([long, long, "short"]), listFacetSources([], ["note"]), (value) => {
    asked.push(value);
    return true;
  });
  const facet = survey.facets.find(({ name }) => name === "note");
  expect(facet?.values).toEqual(["short"]);
  expect([row("short"), row(long)].map((one) => facet?.read(one))).toEqual([[0], [-1]]);
  expect(asked).toEqual(["short"]);
});
