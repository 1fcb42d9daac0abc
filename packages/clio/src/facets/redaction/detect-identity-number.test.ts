import { expect, test } from "vitest";
import { detectIdentityNumber } from "./detect-identity-number.ts";

const found = (text: string): readonly string[] =>
  detectIdentityNumber(text).map(({ start, end }) => text.slice(start, end));

// Published examples and made-up numbers with right check digits.
const valid = [
  ["US", "536-22-8817"],
  ["Canada", "046 454 286"],
  ["Brazil", "529.982.247-25"],
  ["Chile", "12.345.678-5"],
  ["United Kingdom", "AB 12 34 56 C"],
  ["NHS", "943 476 5919"],
  ["Germany", "86 095 742 719"],
  ["France", "2 55 08 14 168 025 38"],
  ["Spain", "12345678Z"],
  ["Spain, foreigners", "X1234567L"],
  ["Italy", "RSSMRA85T10A562S"],
  ["Netherlands", "1112.22.333"],
  ["Poland", "44051401359"],
  ["Sweden", "811228-9874"],
  ["Finland", "131052-308T"],
  ["Belgium", "85.07.30-033.28"],
  ["Switzerland", "756.9217.0769.85"],
  ["Russia", "112-233-445 95"],
  ["Turkey", "10000000146"],
  ["India", "2341 2341 2346"],
  ["India, tax", "ABCPE1234F"],
  ["China", "11010519491231002X"],
  ["Korea", "900101-1234567"],
  ["Singapore", "S1234567D"],
  ["Australia", "123 456 782"],
  ["South Africa", "8001015009087"],
] as const;

test.each(valid)("knows a number of %s", (_country, number) => {
  expect(found(`it says ${number} there`)).toContain(number);
});

const wrong = [
  "046 454 287",
  "529.982.247-26",
  "12.345.678-6",
  "86 095 742 718",
  "12345678A",
  "X1234567M",
  "RSSMRA85T10A562T",
  "44051401358",
  "756.9217.0769.84",
  "112-233-445 96",
  "11010519491231002Y",
  "S1234567E",
];

test.each(wrong)("a wrong check digit is no such number: %s", (number) => {
  expect(found(`it says ${number} there`)).toEqual([]);
});

test.each([
  ["My passport number is C01X00T47.", "C01X00T47"],
  ["driver's license: D123-4567-8901", "D123-4567-8901"],
  ["Mein Führerschein B072RRE2I55", "B072RRE2I55"],
  ["паспорт 4509 123456", "4509 123456"],
  ["护照号码是E12345678。", "E12345678"],
  ["zip code 90210", "90210"],
])("what the word before names is taken without check digits: %s", (text, number) => {
  expect(found(text)).toContain(number);
});

test("amounts, years and counts are no numbers of persons", () => {
  expect(found("In 2019 there were 8336817 people and 1,250,000 cars, 555 of them on 12 roads")).toEqual([]);
});
