import { expect, test } from "vitest";
import type { AuditRating } from "../analyst.ts";
import { createSupportCounter } from "./support-counter.ts";
import {
  publishCell,
  publishCount,
  publishDerived,
  publishName,
  publishParts,
  publishShare,
  publishValue,
} from "./door.ts";
import { hasPersonalData } from "../facets/redaction/has-personal-data.ts";

const thresholds = { minConversations: 10, minAccounts: 5, roundTo: 5 };
const support = createSupportCounter();
for (let account = 0; account < 10; account++) support.addAccount(["book a flight to a city"]);
const clean = { hasPersonalData: () => false };

test("the first proposal whose every word is supported is published", () => {
  const published = publishName(
    [
      { name: "Book flights for Ada Lovelace", description: "Users asked about flights." },
      { name: "Book flights", description: "Users asked about flights." },
    ],
    support,
    clean,
  );
  expect(published).toMatchObject({ name: "Book flights", proposal: 1 });
});

test.each([
  ["markup", "Book <b>flights</b>"],
  ["a line break", "Book\nflights"],
  ["a control character", "Book\u0007 flights"],
  ["right-to-left override", "Book \u202Eflights"],
  ["too many words", "Book ".repeat(15).trim()],
  ["too many words between no-break spaces", "Book\u00A0".repeat(15).trim()],
  ["variation selectors", "Book flights\uFE01\u{E0101}"],
  ["regional letters", "Book flights 🇸🇪"],
  ["squared letters", "Book flights 🅰🅳🅰"],
  ["braille", "Book flights ⠎⠑"],
  ["an invisible letter", "Book\u3164 flights"],
  ["a line separator", "Book\u2028flights"],
  ["nothing", ""],
])("a name with %s is not published", (_what, name) => {
  expect(publishName([{ name, description: "Users asked about flights." }], support, clean)).toBeNull();
});

test("what a detector of personal data marks is not published even if it is common", () => {
  const name = { name: "Book flights", description: "Users asked about flights." };
  expect(publishName([name], support, { hasPersonalData: (text) => text.includes("flights") })).toBeNull();
});

test("where there is an auditor, only a proposal that it has seen and not refused is published", () => {
  const proposals = [
    { name: "Book flights", description: "Users asked about flights." },
    { name: "Book a city", description: "Users asked about a city." },
    { name: "Book cities", description: "Users asked about cities." },
  ];
  const published = (ratings: ReadonlyMap<number, AuditRating | null>) =>
    publishName(proposals, support, { ...clean, ratings });
  expect(
    published(
      new Map([
        [0, 2],
        [1, 3],
      ]),
    ),
  ).toMatchObject({ proposal: 1, rating: 3 });
  expect(published(new Map([[1, 5]]))).toMatchObject({ proposal: 1, rating: 5 });
  expect(published(new Map([[2, null]]))).toMatchObject({ proposal: 2, rating: null });
  const strict = { ...clean, ratings: new Map([[2, null]]), unratedPasses: false };
  expect(publishName(proposals, support, strict)).toBeNull();
  expect(
    published(
      new Map([
        [0, 1],
        [1, 2],
        [2, 2],
      ]),
    ),
  ).toBeNull();
  expect(published(new Map())).toBeNull();
});

test("counts are rounded, parts sum to their whole, shares follow from published counts alone", () => {
  const whole = publishCount(103, thresholds);
  const parts = publishParts([51, 48, 4], whole, thresholds);
  expect(whole).toBe(105);
  expect(parts).toEqual([50, 50, 5]);
  expect(publishShare(parts[0] ?? whole, whole)).toBe(0.4762);
});

test.each([
  "gpt-4o-2024-08-06",
  "claude-3-5-sonnet-20241022",
  "Français",
  "日本語",
  "Pro plan (yearly)",
  "yes",
])("a value such as %s may be shown", (value) => {
  expect(publishValue(value, hasPersonalData)).toBe(value);
});

test.each(["ada@example.com", "+49 151 23456789", "<b>pro</b>", "a".repeat(61), " pro", "pro\u202e", ""])(
  "a value such as %j may not",
  (value) => {
    expect(publishValue(value, hasPersonalData)).toBeNull();
  },
);

test("a cell is a multiple of the unit and never more than what it is part of", () => {
  for (const key of ["a", "b", "c", "d"]) {
    const count = publishCell(104, 105, key, { minConversations: 10, minAccounts: 5, roundTo: 5 });
    expect([100, 105]).toContain(count);
    expect(publishCell(104, 100, key, { minConversations: 10, minAccounts: 5, roundTo: 5 })).toBe(100);
  }
});

test("what is computed from published numbers has three digits", () => {
  expect(publishDerived(1.23456)).toBe(1.23);
  expect(publishDerived(12_345)).toBe(12_300);
});
