import { expect, test } from "vitest";
import type { AuditRating } from "../analyst.ts";
import { createSupportCounter } from "./support-counter.ts";
import { publishCount, publishName, publishParts, publishShare } from "./door.ts";

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
