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
    ["Send it to 12 Long Acre Road, Leeds", "Send it to [ADDRESS]"],
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

  test.each([
    ["Why did Katarzyna leave?", "Why did [NAME] leave?"],
    ["Ask Oluwaseun Adeyemi about it", "Ask [NAME] about it"],
    ["a letter by Vilmer Holmberg Jr.", "a letter by [NAME]."],
    ["It was Ferenc's wife", "It was [NAME]'s wife"],
    ['"Fine," says Zorlanova.', '"Fine," says [NAME].'],
    ["have you met laura carvalho yet", "have you met [NAME] yet"],
    ["Напиши письмо Екатерине от Ивана Соколова", "Напиши письмо Екатерине от [NAME]"],
    ["王女士您好", "[NAME]女士您好"],
    ["田中さんに電話して", "[NAME]さんに電話して"],
    ["제 이름은 김민준입니다", "제 이름은 [NAME]입니다"],
    ["اسمي محمد علي", "اسمي [NAME]"],
    ["Je m'appelle Amélie Dubois et j'écris", "Je m'appelle [NAME] et j'écris"],
  ])("names without a cue, and in other languages: %s", (text, expected) => {
    expect(redact(text).text).toBe(expected);
  });

  test.each([
    ["ich wohne in der Hauptstraße 12a, 10115 Berlin.", "ich wohne in der [ADDRESS]."],
    ["j'habite 12 bis rue Victor Hugo, 69002 Lyon", "j'habite [ADDRESS]"],
    ["vivo en Calle Mayor 25, 28013 Madrid", "vivo en [ADDRESS]"],
    ["живу: ул. Тверская, д. 7, кв. 15", "живу: [ADDRESS]"],
    ["abito in Via Roma 10, 00184 Roma", "abito in [ADDRESS]"],
    ["住在北京市朝阳区建国路88号", "[ADDRESS]"],
    ["Flat 4, 22 Acacia Avenue, Manchester M14 5TQ", "[ADDRESS]"],
    ["1600 Penn Ave, Washington, DC 20500", "[ADDRESS]"],
    ["Unit 5/38 Smith St, Fitzroy VIC 3065", "[ADDRESS]"],
  ])("addresses of many countries, whole: %s", (text, expected) => {
    expect(redact(text).text).toBe(expected);
  });

  test.each([
    ["nacido el 3 de mayo de 1988", "nacido el [DATE]"],
    ["geb. am 12.05.1979", "geb. am [DATE]"],
    ["дата рождения: 12.05.1979", "дата рождения: [DATE]"],
    ["出生日期：1990年3月14日", "出生日期：[DATE]"],
  ])("dates of birth in other languages: %s", (text, expected) => {
    expect(redact(text).text).toBe(expected);
  });

  test.each([
    "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
    "AKIAIOSFODNN7EXAMPLE",
    "sk-ant-api03-abcdefghijkLMNOP1234567890",
    "xoxb-123456789012-abcdefABCDEF",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
    "glpat-abcdefghij0123456789",
    "AIzaSyA-abcdefghijklmnopqrstuvwxyz01234",
  ])("keys and tokens: %s", (text) => {
    expect(redact(`use ${text} here`).text).toBe("use [SECRET] here");
  });

  test("a link of any scheme goes with its password", () => {
    expect(redact("postgres://admin:pw@db.example.com/x").text).toBe("[URL]");
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
    "Will you be in Paris in May? Can Java be faster than Rust?",
    "Is Jordan a safe country to visit in June? I love Florence and Sydney.",
    "Write a Python script using Django and Redis on Ubuntu",
    "Compare Toyota Camry 2020 with Honda Civic; Windows 11 vs Windows 10",
    "Book a flight from San Francisco to New York on American Airlines, seat 12A",
    "Ich suche ein Hotel in München mit Blick auf den Englischen Garten und gutem Frühstück.",
    "Quiero un vuelo de Madrid a Buenos Aires para dos personas el 5 de julio",
    "帮我写一封给老师的感谢信，高中生的口吻",
    "I'm looking for 2 one way tickets to Rome",
    "During 2017 we will investigate 3 cases",
    "Mark the date and bill me in August",
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

test("text made to be slow is read in time in proportion to its length", () => {
  const parts = [
    "A",
    "1 ",
    "Aa ",
    "a.",
    "12 Aa ",
    "x@",
    "Anna and ",
    "my name is ",
    "a:",
    "St 12, ",
    "Apt 1 ",
    "address: 1 ",
    "1.1.",
    "路1号",
    "都市",
    "A-",
    "http://",
    "passport A1 ",
    "12 rue aa ",
    "corner of Aa ",
    "Dear Aa ",
    "\n, ",
    "-----BEGIN PRIVATE KEY-----",
  ];
  // Quadratic time would take minutes here and fail by the limit of the test.
  for (const part of parts) expect(redact(part.repeat(60_000 / part.length)).text.length).toBeGreaterThan(0);
}, 60_000);

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
      PERSON: 0.8,
      STREET_ADDRESS: 0.8,
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
    expect(beside / findings).toBeLessThan(0.05);
  },
);

const requests = findRealFile("conversations/clinc150.jsonl.gz");

test.skipIf(requests === null)("takes little but names out of short everyday requests", async () => {
  const record = z.object({ messages: z.array(z.object({ content: z.string() })) });
  let named = 0;
  let otherwise = 0;
  let total = 0;
  for await (const line of readRealLines(requests ?? "")) {
    const { messages } = record.parse(line);
    const kinds = messages.flatMap(({ content }) => findPersonalData(content).map(({ kind }) => kind));
    total += 1;
    named += Number(kinds.includes("name"));
    otherwise += Number(kinds.some((kind) => kind !== "name"));
  }
  expect(named / total).toBeLessThan(0.02);
  expect(otherwise / total).toBeLessThan(0.001);
});
