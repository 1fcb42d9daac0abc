import { findRealFile, readRealLines } from "@observatory/core/testing";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { ClusterToNameLexically } from "../analyst.ts";
import { createSupportCounter } from "../privacy/support-counter.ts";
import { toInflectionKeys } from "../words/inflection-key.ts";
import { keyOfName } from "./distinct-names.ts";
import { nameClustersLexically } from "./name-clusters-lexically.ts";
import { namingWords } from "./naming-words.ts";

const own = new Set(toInflectionKeys(namingWords));

function toCluster(
  members: readonly string[],
  outsiders: readonly string[] = [],
  children: readonly string[] = [],
): ClusterToNameLexically {
  const counter = createSupportCounter();
  for (const member of members) counter.addAccount([member]);
  return {
    members,
    outsiders,
    children,
    supports: (text) => counter.unsupported(text).every((term) => own.has(term)),
  };
}

const times = ["six", "seven", "eight", "nine", "ten", "noon", "midnight", "half past four"];
const alarms = times.flatMap((time) => [
  `set an alarm for ${time}`,
  `can you set my alarm to ${time} please`,
  `i need to cancel the alarm at ${time}`,
]);
const declined = [
  "the store",
  "the gas station",
  "walmart",
  "the market",
  "a restaurant",
  "the airport",
  "my hotel",
].flatMap((place) => [
  `why was my card declined at ${place}`,
  `tell me why my card was declined in ${place}`,
]);
const exchange = ["dollars", "euros", "pesos", "pounds", "rubles", "yen"].flatMap((money) => [
  `what is the exchange rate for ${money}`,
  `exchange rate of ${money} please`,
  `how good is the exchange rate on ${money} today`,
]);
const jumpStart = ["dead battery", "old truck", "winter", "parking lot", "neighbor", "cables"].flatMap(
  (extra) => [`how do i jump start a car, ${extra}`, `can you tell me how to jump-start my car (${extra})`],
);
const hobbies = ["", "please", "now", "assistant", "really", "outside work"].flatMap((extra) => [
  `what are your hobbies ${extra}`.trim(),
  `tell me about your hobbies ${extra}`.trim(),
]);
const level = [alarms, declined, exchange, jumpStart, hobbies];

const firstNames = (clusters: readonly ClusterToNameLexically[]): readonly (string | undefined)[] =>
  nameClustersLexically(clusters).map(([first]) => first?.name);

describe("small clusters are named as a person would", () => {
  const clusters = level.map((members, index) =>
    toCluster(
      members,
      level.filter((_, other) => other !== index).flatMap((texts) => texts.slice(0, 3)),
    ),
  );

  test("actions, questions, how-tos and questions about the assistant", () => {
    expect(firstNames(clusters)).toEqual([
      "Set or cancel alarms",
      "Find out why a card was declined",
      "Ask about exchange rates",
      "Learn how to jump-start a car",
      "Ask the assistant about its hobbies",
    ]);
  });

  test("descriptions are one or two sentences in the past tense", () => {
    const descriptions = nameClustersLexically(clusters).map(([first]) => first?.description ?? "");
    expect(descriptions[0]).toMatch(/^Most users asked to set or cancel alarms\./u);
    for (const description of descriptions)
      expect(description).toMatch(
        /^(?:Most users|Users|Requests varied: some) [^.]+\.(?: (?:Many|Some|Others) (?:also )?mentioned [^.]+\.)?$/u,
      );
  });

  test("every proposal passes the support rule, and the order of texts in the level does not matter to its form", () => {
    for (const [index, proposals] of nameClustersLexically(clusters).entries()) {
      for (const { name, description } of proposals) {
        expect(clusters[index]?.supports(name)).toBe(true);
        expect(clusters[index]?.supports(description)).toBe(true);
      }
    }
    expect(nameClustersLexically(clusters)).toEqual(nameClustersLexically(clusters));
  });
});

test("clusters that say the same get different names", () => {
  const flights = (extra: string): string[] =>
    times.flatMap((time) => [
      `book a flight at ${time} ${extra}`,
      `please book me a flight ${extra} for ${time}`,
    ]);
  const names = firstNames([
    toCluster(flights("with a window seat")),
    toCluster(flights("and a rental car")),
    toCluster(flights("to my sister")),
  ]);
  expect(new Set(names.map((name) => keyOfName(name ?? ""))).size).toBe(3);
});

test("a cluster of which nothing can be said in public gets only names that say nothing", () => {
  const silent: ClusterToNameLexically = {
    members: alarms,
    outsiders: [],
    children: [],
    supports: (text) =>
      toInflectionKeys(text).every((term) => ["mix", "mixed", "request", "further"].includes(term)),
  };
  expect(nameClustersLexically([silent])[0]?.map(({ name }) => name)).toEqual([
    "Mixed requests",
    "Further mixed requests",
  ]);
});

test("no members, or members without words, end in no error", () => {
  expect(() =>
    nameClustersLexically([toCluster([]), toCluster(["", "!!!", "123"]), toCluster(["[NAME]", "[EMAIL]"])]),
  ).not.toThrow();
});

test("redaction placeholders never reach a name", () => {
  const members = times.flatMap((time) => [
    `send an email to [NAME] at ${time}`,
    `email [NAME] about [LOCATION]`,
    `write an email to [EMAIL]`,
  ]);
  for (const { name, description } of nameClustersLexically([toCluster(members)])[0] ?? [])
    expect(`${name} ${description}`).not.toMatch(/\bnames?\b|location|someone@|\[/iu);
});

test("a cluster in another language is named by its quoted words, not as if it were translated", () => {
  const russian = ["утром", "вечером", "завтра", "сегодня", "позже", "в субботу"].flatMap((when) => [
    `поставь будильник ${when}`,
    `включи будильник на семь ${when} пожалуйста`,
  ]);
  const japanese = ["明日", "今日", "来週", "東京", "大阪", "京都"].flatMap((where) => [
    `${where}の天気を教えてください`,
    `${where}の天気はどうですか`,
  ]);
  const [first, second] = firstNames([toCluster(russian), toCluster(japanese)]);
  expect(first).toMatch(/^Requests in Russian about «.*будильник.*»$/u);
  expect(second).toMatch(/^Requests in Japanese about «.*天気.*»$/u);
});

test("a parent is named after its children where the members support it", () => {
  const timers = times.map((time) => `set a timer for ${time}`);
  const reminders = times.map((time) => `set a reminder at ${time}`);
  const members = [...alarms.slice(0, 16), ...timers, ...reminders];
  expect(firstNames([toCluster(members, [], ["Set alarms", "Set timers", "Set reminders"])])[0]).toMatch(
    /^Set (?:alarms|timers|reminders), (?:alarms|timers|reminders) and (?:alarms|timers|reminders)$/u,
  );
  const secret = firstNames([toCluster(members, [], ["Set alarms", "Track submarines"])])[0] ?? "";
  expect(secret).not.toContain("submarine");
});

test("an abort ends the work", () => {
  expect(() => nameClustersLexically([toCluster(alarms)], { signal: AbortSignal.abort() })).toThrow();
});

const path = findRealFile("conversations/clinc150.jsonl.gz");
const recordSchema = z.object({
  messages: z.array(z.object({ content: z.string() })),
  labels: z.object({ path: z.array(z.string()), split: z.string() }),
});

test.skipIf(path === null)(
  "150 clusters of real requests get 150 grammatical names (skipped without the data)",
  async () => {
    const groups = new Map<string, string[]>();
    for await (const line of readRealLines(path ?? "")) {
      const { messages, labels } = recordSchema.parse(line);
      const intent = labels.path[1];
      if (labels.split === "train" && intent !== undefined)
        groups.set(intent, [...(groups.get(intent) ?? []), messages[0]?.content ?? ""]);
    }
    const clusters = [...groups.values()].map((members) => toCluster(members.slice(0, 60)));
    const names = firstNames(clusters).map((name) => name ?? "");
    expect(new Set(names.map(keyOfName)).size).toBe(150);
    for (const name of names) {
      expect(name).toMatch(/^\p{Lu}[^.!?[\]]*$/u);
      expect(name.split(" ").length).toBeLessThanOrEqual(10);
      expect(name).not.toMatch(
        /\ba [aeio]|\ban [bcdfgjkpqtvwyz]|\b(\w+) \1\b|\b(?:a|an|the) (?:a|an|the)\b| ,|\ba \w+[^s]s\b(?! )/u,
      );
    }
    // A name shares a word with its intent in most cases: the labels are other people's words for the same thing.
    const telling = [...groups.keys()].filter((intent, index) =>
      toInflectionKeys(intent.replaceAll("_", " ")).some((term) =>
        toInflectionKeys(names[index] ?? "").includes(term),
      ),
    );
    expect(telling.length).toBeGreaterThanOrEqual(105);
    expect(names.filter((name) => /mixed requests/iu.test(name)).length).toBeLessThanOrEqual(8);
  },
  60_000,
);

describe("a name says the more specific thing that members share", () => {
  const places = ["front", "back", "left", "right", "spare", "winter", "old", "new"];
  const pressure = places.flatMap((place) => [
    `what is the air pressure in my ${place} tires`,
    `tell me the tire pressure, ${place} ones`,
    `are my tires low on pressure, ${place} side`,
  ]);
  const replacing = places.flatMap((place) => [
    `when should i replace my ${place} tires`,
    `tell me when to change my tires, ${place} ones`,
    `when do i have to get ${place} tires`,
  ]);
  const lost = places.flatMap((place) => [
    `report my lost card, ${place} pocket`,
    `i want to report a stolen card, ${place} pocket`,
    `report my card please, ${place} one`,
  ]);
  const money = places.flatMap((place) => [
    `can you transfer money to my ${place} account`,
    `send money to the ${place} account`,
    `please show the ${place} transactions`,
    `i want to see my ${place} transactions`,
  ]);

  const names = firstNames([pressure, replacing, lost, money].map((members) => toCluster(members)));

  test("of a thing: what about it", () => {
    expect(names[0]).toMatch(/tire pressure/u);
  });

  test("of a question: both verbs that it is asked with", () => {
    expect(names[1]).toMatch(
      /^Find out when to (?:replace|change|get)(?: or (?:replace|change))? a .*tire$/u,
    );
  });

  test("of an object: which sort of it", () => {
    expect(names[2]).toBe("Report lost or stolen cards");
  });

  test("of verbs that say the same, one is enough", () => {
    expect(names[3]).not.toMatch(/show or see|see or show|transfer or send|send or transfer/u);
  });
});

test("an account for checking is no account to check", () => {
  const members = times.flatMap((time) => [
    `show my checking account at ${time}`,
    `i want to see my checking account, ${time}`,
  ]);
  const [name] = firstNames([toCluster(members)]);
  expect(name).toMatch(/checking accounts?/u);
});

test("what is never counted has no plural", () => {
  const members = times.flatMap((time) => [
    `slow down your speech at ${time}`,
    `please slow down speech, ${time}`,
  ]);
  expect(firstNames([toCluster(members)])).toEqual(["Slow down speech"]);
});
