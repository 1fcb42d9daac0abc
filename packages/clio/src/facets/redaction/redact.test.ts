import { findRealFile, readRealLines } from "@observatory/core/testing";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { findPersonalData } from "./find-personal-data.ts";
import { redact } from "./redact.ts";

describe("what is replaced", () => {
  test.each([
    ["Write to ada.l+x@mail.example.org today", "Write to [EMAIL] today"],
    ["ada [at] example [dot] org", "[EMAIL]"],
    ["See https://example.org/a?id=3, please.", "See [URL], please."],
    ["open www.example.com/x and example.org", "open [URL] and [URL]"],
    ["Pay with 4539 1488 0343 6467 now", "Pay with [CARD] now"],
    ["IBAN GB82 WEST 1234 5698 7654 32.", "IBAN [IBAN]."],
    ["Host 192.0.2.17 and 2001:db8::8a2e:370:7334", "Host [IP] and [IP]"],
    ["my SSN is 536-22-8817", "my SSN is [ID]"],
    ["passport number X1234567, thanks", "passport number [ID], thanks"],
    ["Call me on +44 20 7946 0958 tonight", "Call me on [PHONE] tonight"],
    ["(212) 555-0187 is hers", "[PHONE] is hers"],
    ["born on 3 March 1985 in Rome", "born on [DATE] in Rome"],
    ["Send it to 12 Long Acre Road, Leeds", "Send it to [ADDRESS], Leeds"],
    ["ich wohne Lange Straße 7", "ich wohne [ADDRESS]"],
    ["12 rue de la Paix", "[ADDRESS]"],
    ["P.O. Box 1138", "[ADDRESS]"],
    ["ask @jane_doe there", "ask [HANDLE] there"],
    ["key sk-abcDEF0123456789abcdef", "key [SECRET]"],
    ['The password is "open sesame".', "The password is [SECRET]."],
    ["Order 12345678901 came", "Order [ID] came"],
    ["ref 123456789012 stays open", "ref [NUMBER] stays open"],
  ])("%s", (text, expected) => {
    expect(redact(text).text).toBe(expected);
  });

  test.each([
    [
      "My name is Ada Lovelace and I code. Ada is my first name.",
      "My name is [NAME] and I code. [NAME] is my first name.",
    ],
    ["i am new here, my name is vitoria", "i am new here, my name is [NAME]"],
    ["Dear Dr. Jane van Dyke,\nhello", "Dear Dr. [NAME],\nhello"],
    ["Hi Tom,\nhow are you?", "Hi [NAME],\nhow are you?"],
    ["Please fix it.\n\nBest regards,\nJohn P. Smith", "Please fix it.\n\nBest regards,\n[NAME]"],
    ["my sister Maria called", "my sister [NAME] called"],
    ["меня зовут Иван Петров", "меня зовут [NAME]"],
    ["Ich heiße Jürgen Groß.", "Ich heiße [NAME]."],
    ["我叫王小明，请帮我", "我叫[NAME]，请帮我"],
    ["Name: Lena Wirth\nCity: Rome", "Name: [NAME]\nCity: Rome"],
  ])("names after a cue: %s", (text, expected) => {
    expect(redact(text).text).toBe(expected);
  });

  test("a name known from elsewhere is replaced as a whole word", () => {
    expect(redact("Write about Mara and Marathons", { names: ["Mara"] }).text).toBe(
      "Write about [NAME] and Marathons",
    );
  });

  test("counts each kind", () => {
    expect(redact("a@b.org, c@d.org, 192.0.2.1").counts).toEqual({ email: 2, ip: 1 });
  });
});

describe("what stays", () => {
  test.each([
    "book a table for 2 people at 7 pm on March 3rd 2024",
    "compute 0.6931471805599453 + 3.14159265358979",
    "the years 1990-1995 and 2001/2002",
    "version 10.4.1 of node.js on 127.0.0.1",
    "how do I use @Override and @media in code",
    "I'm American and I am Happy to be in Paris",
    "I'm Going to the store",
    "what is the population of New York, 8336817 people",
    "set an alarm for 615am, then 10 minutes later",
    "convert $1,000,000,000 to euros",
    "5 ways to improve my lane discipline",
    "I need 3 examples of the road",
    "my password is wrong",
    "my name is not correct",
    "Dear Sir or Madam, Dear Customer,",
    "Is it true that Mr. and Mrs. are titles?",
  ])("%s", (text) => {
    expect(redact(text)).toEqual({ text, counts: {} });
  });
});

test("never throws, gives ordered findings without overlaps, and leaves all else in place", () => {
  const pieces = fc.constantFrom(
    "a@b.org",
    "4539 1488 0343 6467",
    "+44 20 7946 0958",
    "My name is Ada ",
    "12 High Street",
    "\n",
    "\ud800",
    "Mr. ",
    "🙂 ",
  );
  const texts = fc
    .array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 20 })), { maxLength: 12 })
    .map((parts) => parts.join(" "));
  fc.assert(
    fc.property(texts, (text) => {
      let position = 0;
      let rest = "";
      for (const { start, end } of findPersonalData(text)) {
        expect(start).toBeGreaterThanOrEqual(position);
        expect(end).toBeGreaterThan(start);
        rest += text.slice(position, start);
        position = end;
      }
      rest += text.slice(position);
      expect(redact(text).text.replace(/\[[A-Z]{2,7}\]/g, "")).toBe(rest.replace(/\[[A-Z]{2,7}\]/g, ""));
    }),
    { numRuns: 300 },
  );
});

const labelled = z.object({
  messages: z.array(z.object({ content: z.string() })),
  labels: z.object({
    pii: z.array(z.object({ type: z.string(), start: z.number(), end: z.number(), message: z.number() })),
  }),
});
const synthetic = findRealFile("conversations/presidio_synth.jsonl.gz");

test.skipIf(synthetic === null)(
  "finds the direct identifiers of labelled sentences and nothing beside them",
  async () => {
    const wanted: Readonly<Record<string, number>> = {
      EMAIL_ADDRESS: 1,
      CREDIT_CARD: 1,
      IBAN_CODE: 1,
      IP_ADDRESS: 1,
      US_SSN: 1,
      DOMAIN_NAME: 1,
      PHONE_NUMBER: 0.95,
      PERSON: 0.35,
      STREET_ADDRESS: 0.42,
    };
    const tally = new Map<string, { total: number; covered: number }>();
    let findings = 0;
    let beside = 0;
    for await (const record of readRealLines(synthetic ?? "")) {
      const { messages, labels } = labelled.parse(record);
      for (const [index, { content }] of messages.entries()) {
        const points = Array.from(content);
        const at = (point: number): number => points.slice(0, point).join("").length;
        const spans = labels.pii
          .filter(({ message }) => message === index)
          .map((span) => ({ ...span, start: at(span.start), end: at(span.end) }));
        const found = findPersonalData(content);
        findings += found.length;
        beside += found.filter(
          (finding) => !spans.some((span) => finding.start < span.end && span.start < finding.end),
        ).length;
        for (const span of spans) {
          const covered = found.reduce(
            (sum, { start, end }) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
            0,
          );
          const entry = tally.get(span.type) ?? { total: 0, covered: 0 };
          tally.set(span.type, {
            total: entry.total + 1,
            covered: entry.covered + Number(covered >= 0.8 * (span.end - span.start)),
          });
        }
      }
    }
    const missed = Object.entries(wanted).filter(([type, least]) => {
      const { covered, total } = tally.get(type) ?? { covered: 0, total: 1 };
      return covered / total < least;
    });
    expect(missed).toEqual([]);
    expect(beside / findings).toBeLessThan(0.02);
  },
);

const requests = findRealFile("conversations/clinc150.jsonl.gz");

test.skipIf(requests === null)("leaves short everyday requests alone", async () => {
  const record = z.object({ messages: z.array(z.object({ content: z.string() })) });
  let touched = 0;
  let total = 0;
  for await (const line of readRealLines(requests ?? "")) {
    const { messages } = record.parse(line);
    total += 1;
    touched += Number(messages.some(({ content }) => findPersonalData(content).length > 0));
  }
  expect(touched / total).toBeLessThan(0.002);
});
