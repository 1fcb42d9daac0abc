import { expect, test } from "vitest";
import { auditCases } from "../validation/audit-cases/index.ts";
import { isPublicWord } from "./public-vocabulary.ts";
import { isNumeral } from "./words/numerals.ts";
import { listWellKnownNames } from "./words/well-known-names.ts";
import { readTokens } from "./words/read-tokens.ts";

/** Small words that names of months, countries and cities hold too ("Trinidad and Tobago", "Tell City"). */
const homographs = new Set(["may", "and", "the", "other", "tell", "am", "all", "us"]);

const lists: Readonly<Record<string, string>> = {
  "given names":
    "james mary robert patricia john jennifer michael linda david elizabeth william barbara richard susan joseph jessica thomas sarah charles karen christopher lisa daniel nancy matthew betty anthony sandra mark margaret donald ashley steven kimberly andrew emily paul donna joshua michelle kenneth carol kevin amanda brian melissa george deborah timothy stephanie ronald rebecca jason sharon edward laura jeffrey cynthia ryan dorothy jacob amy nicholas kathleen gary angela eric shirley jonathan emma stephen brenda larry pamela justin nicole scott anna brandon samantha benjamin katherine samuel christine gregory debra alexander rachel patrick carolyn frank janet jack maria dennis olivia jerry heather tyler helen aaron catherine jose diane henry julie adam victoria joyce nathan lauren zachary kelly peter christina kyle joan noah evelyn ethan mohammed fatima ali wei yuki ivan olga hans ahmed chen priya hope faith grace joy rose lily bill pat sue drew rich art ray guy dot",
  surnames:
    "smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter roberts müller schmidt ivanov wang kim singh",
  places:
    "london paris berlin tokyo york delhi texas california ohio main bath reading nice cork mobile split church school office hospital bank bar station street",
  illnesses:
    "cancer lupus diabetes hiv aids flu asthma depression anxiety epilepsy stroke autism dementia arthritis migraine infection tumor tumour disease illness pregnant pregnancy abortion addiction cold pain fever",
  people:
    "gay lesbian trans black white jewish muslim christian hindu migrant refugee veteran disabled deaf blind teacher nurse doctor wife husband son daughter mother father child boss",
  crimes:
    "murder theft fraud rape drugs weapon bomb prison divorce bankruptcy debt salary fired pregnant suicide",
};

test.each(Object.entries(lists))("no public word is among %s", (_kind, list) => {
  expect(list.split(" ").filter(isPublicWord)).toEqual([]);
});

test("no public word is a number or a well-known name", () => {
  const names = [...listWellKnownNames()].filter((name) => name.length > 2 && isPublicWord(name));
  expect(names.filter((name) => !homographs.has(name))).toEqual([]);
  const numbers =
    "0 1 2 10 one two three seven ten hundred first second third million dozen eins deux tres".split(" ");
  expect(numbers.every(isNumeral)).toBe(true);
  expect(numbers.filter(isPublicWord)).toEqual([]);
});

test("no name of a small group of people is made of public words alone", () => {
  const bad = auditCases.filter(({ rating }) => rating <= 2);
  expect(bad.length).toBeGreaterThan(20);
  const passing = bad.filter(({ name, description }) =>
    readTokens(`${name} ${description}`).every(({ word }) => isPublicWord(word)),
  );
  expect(passing).toEqual([]);
});
