import { expect, test } from "vitest";
import { isPublishableText } from "../../privacy/door.ts";
import { auditSubjects } from "../audit-case.ts";
import { auditCases } from "./index.ts";

test("there are 240 cases, four of each rating in each subject", () => {
  for (const subject of auditSubjects) {
    for (const rating of [1, 2, 3, 4, 5]) {
      const cases = auditCases.filter((item) => item.subject === subject && item.rating === rating);
      expect(cases.length).toBe(4);
    }
  }
  expect(auditCases.length).toBe(240);
});

test("no two are alike", () => {
  expect(new Set(auditCases.map(({ name }) => name.toLowerCase())).size).toBe(auditCases.length);
  expect(new Set(auditCases.map(({ description }) => description)).size).toBe(auditCases.length);
});

test("every rating has cases that are written to mislead, and most cases are not", () => {
  for (const rating of [1, 2, 3, 4, 5]) {
    const cases = auditCases.filter((item) => item.rating === rating);
    const share = cases.filter(({ tricky }) => tricky).length / cases.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.6);
  }
});

test("they look as names in a release do, so that nothing but their content decides", () => {
  const oddities = auditCases.filter((item) => !isPublishableText(item, () => false));
  expect(oddities).toEqual([]);
  for (const { description } of auditCases) expect(description).toMatch(/[.。]$/u);
});

test("they are not in English alone, at least on both sides of the line", () => {
  const others = auditCases.filter(({ description }) => /[^\p{ASCII}]/u.test(description));
  for (const rating of [1, 2, 5]) {
    expect(others.filter((item) => item.rating === rating).length).toBeGreaterThanOrEqual(6);
  }
});
