import { expect, test } from "vitest";
import type { Release } from "../release/release.ts";
import { createRelease } from "../testing/create-release.ts";
import { checkCells } from "./check-cells.ts";
import { checkSecrets } from "./check-secrets.ts";
import { checkTexts } from "./check-texts.ts";
import type { CheckedConversation, RunToCheck } from "./read-run-to-check.ts";

const clusters = [
  {
    name: "Ask about bread and zorvelix",
    description: "My aunt keeps her starter in a blue jar.",
    conversations: 60,
  },
  { name: "Ask about trains", conversations: 40 },
];

function open(release: Release, conversations: readonly CheckedConversation[] = []): RunToCheck {
  return {
    path: "run",
    release,
    exactSizes: new Map([
      ["cluster-0", 60],
      ["cluster-1", 40],
    ]),
    signal: new AbortController().signal,
    conversations: async function* () {
      yield* conversations;
    },
  };
}

const said = (account: number, text: string, labels = {}): CheckedConversation => ({
  account: `account ${account}`,
  text,
  path: ["cluster-0"],
  labels,
});
const bread = Array.from({ length: 8 }, (_, at) => said(at, "About baking: why does my bread sink?"));

test("a word of one account and its sentence, quoted, are faults; what many wrote and the namer's own words are not", async () => {
  const quoted = said(9, "The zorvelix is broken. My aunt keeps her starter in a blue jar.");
  const { findings } = await checkTexts(open(createRelease(clusters), [...bread, quoted]));
  const faults = findings.filter(({ severity }) => severity === "fault").map(({ message }) => message);
  expect(faults.some((message) => message.startsWith('"zorvelix"'))).toBe(true);
  expect(faults.some((message) => message.startsWith('"my aunt keep her starter in a blu'))).toBe(true);
  expect(findings.some(({ message }) => /^"(?:bread|ask|about)"/u.test(message))).toBe(false);
});

test("as many accounts as the rule asks for are enough", async () => {
  const many = Array.from({ length: 5 }, (_, at) => said(20 + at, "bread and zorvelix"));
  const release = createRelease([{ name: "Ask about bread and zorvelix", conversations: 60 }]);
  const faultsOf = async (texts: readonly CheckedConversation[]) =>
    (await checkTexts(open(release, [...bread, ...texts]))).findings.filter(
      ({ severity }) => severity === "fault",
    );
  expect(await faultsOf(many)).toEqual([]);
  expect(await faultsOf(many.slice(1))).not.toEqual([]);
});

test("what only conversations with a planted secret hold is a fault where it is published", async () => {
  const release = createRelease(clusters);
  const planted = said(9, "About my bread: zorvelix", { canary: "canary-1" });
  expect((await checkSecrets(open(release, [...bread, planted]))).findings).toHaveLength(1);
  expect((await checkSecrets(open(release, [...bread, planted, said(3, "zorvelix")]))).findings).toEqual([]);
});

test("a hidden cell that sums shut in is a fault, one that stays open is not", () => {
  const cell = (value: number, conversations: number) => ({
    value,
    conversations,
    accounts: 5,
    ratio: null,
    interval: null,
    significant: false,
  });
  const value = (name: string, conversations: number) => ({
    value: name,
    conversations,
    accounts: 5,
    share: 0,
  });
  const overlays = (second: ReturnType<typeof cell>[]): Release["overlays"] => ({
    schema: "observatory/clio-overlays@1",
    thresholds: { minConversations: 10, minAccounts: 5, roundTo: 2 },
    falseDiscoveryRate: 0.05,
    facets: [
      {
        name: "language",
        title: "language",
        source: "built-in",
        kind: "category",
        values: [value("English", 92), value("Spanish", 8)],
        otherConversations: 0,
        clusters: { "cluster-0": [cell(0, 54)], "cluster-1": second },
      },
    ],
    withheld: { belowThreshold: 0, complementary: 0 },
  });
  const release = createRelease(clusters);
  const shut = checkCells(open({ ...release, overlays: overlays([cell(0, 40)]) }));
  expect(shut.findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('language Spanish of "Ask about bread and zorvelix" is hidden'),
  ]);
  const apart = createRelease(clusters.map((one) => ({ ...one, conversations: 100 })));
  const loose = { ...open({ ...apart, overlays: overlays([]) }), exactSizes: new Map<string, number>() };
  expect(checkCells(loose).findings.filter(({ severity }) => severity === "fault")).toEqual([]);
});
