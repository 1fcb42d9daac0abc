import { UsageError } from "@observatory/core";
import { eld } from "eld/medium";
import { beforeAll, describe, expect, test } from "vitest";
import type { Conversation } from "../conversation.ts";
import { createCorpus } from "./corpus.ts";
import { synthFindings, synthLanguages } from "./findings.ts";
import { slotsOf } from "./grammar.ts";
import { synthesizeConversations } from "./synthesize-conversations.ts";

const firstRequest = (conversation: Conversation): string =>
  conversation.messages.find(({ role }) => role === "user")?.content ?? "";
const pathOf = (conversation: Conversation): readonly string[] =>
  conversation.labels["path"] as readonly string[];
const topicOf = (conversation: Conversation): string => pathOf(conversation).join("/");

const share = (all: readonly Conversation[], topic: string): number =>
  all.filter((conversation) => pathOf(conversation)[1] === topic).length / all.length;

describe("the written corpus", () => {
  const corpus = createCorpus();

  test("has at least 24 domains and 168 topics, each asked for in at least six ways", () => {
    expect(new Set(corpus.topics.map(({ domain }) => domain)).size).toBeGreaterThanOrEqual(24);
    expect(new Set(corpus.topics.map(({ id }) => id)).size).toBe(corpus.topics.length);
    expect(corpus.topics.length).toBeGreaterThanOrEqual(168);
    for (const { id, text } of corpus.topics) {
      expect(text.get("en")?.requests.length).toBeGreaterThanOrEqual(6);
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
    }
  });

  test("has at least forty topics in each other language, none of them unknown in English", () => {
    for (const code of Object.keys(synthLanguages)) {
      const topics = corpus.topics.filter(({ text }) => text.has(code));
      expect(topics.length).toBeGreaterThanOrEqual(40);
      expect(new Set(topics.map(({ domain }) => domain)).size).toBeGreaterThanOrEqual(18);
    }
  });

  test("mentions no slot that has no meaning", () => {
    for (const { text } of corpus.topics) {
      for (const [code, topic] of text) {
        const shared = corpus.languages.get(code)?.slots;
        const grammars = [
          topic.requests,
          topic.terse,
          topic.context,
          topic.followUps,
          [...topic.slots.values()],
        ].flat();
        for (const name of grammars.flatMap((grammar) => [...slotsOf(grammar)])) {
          expect(topic.slots.has(name) || shared?.has(name)).toBe(true);
        }
      }
    }
  });
});

describe("a synthetic corpus of 20,000 conversations", () => {
  let all: Conversation[] = [];
  beforeAll(() => {
    all = [...synthesizeConversations({ conversations: 20_000, seed: 5 })];
  });

  test("is well formed: unique ids, times in order, known paths, an answer to each request", () => {
    const known = new Set(createCorpus().topics.map(({ domain, id }) => `${domain}/${id}`));
    expect(new Set(all.map(({ id }) => id)).size).toBe(20_000);
    expect(all.every((c, i) => i === 0 || (all[i - 1]?.createdAt ?? "") <= (c.createdAt ?? ""))).toBe(true);
    expect(all[0]?.createdAt?.slice(0, 10)).toBe("2026-01-05");
    expect(all.at(-1)?.createdAt?.slice(0, 10)).toBe("2026-03-29");
    for (const conversation of all) {
      expect(topicOf(conversation) === "other" || known.has(topicOf(conversation))).toBe(true);
      expect(conversation.messages[0]?.role).toBe("user");
      expect(conversation.messages.every(({ content }) => content.length > 0)).toBe(true);
      expect(conversation.language).toBe(conversation.labels["language"]);
    }
  });

  test("reaches every topic", () => {
    expect(new Set(all.map(topicOf)).size).toBe(createCorpus().topics.length + 1);
  });

  test("says few things twice", () => {
    expect(new Set(all.map(firstRequest)).size / all.length).toBeGreaterThanOrEqual(0.9);
  });

  test("is written in the languages it claims", () => {
    for (const code of Object.keys(synthLanguages)) {
      const long = all.filter(
        (c) =>
          c.language === code &&
          pathOf(c).length === 2 &&
          firstRequest(c).length >= (code === "ja" || code === "zh" ? 12 : 40),
      );
      const right = long.filter((c) => eld.detect(firstRequest(c)).language === code);
      expect(long.length).toBeGreaterThan(100);
      expect(right.length / long.length).toBeGreaterThanOrEqual(0.95);
    }
    const foreign = all.filter(({ language }) => language !== "en").length / all.length;
    expect(foreign).toBeGreaterThan(0.15);
    expect(foreign).toBeLessThan(0.35);
  });

  test("has a few busy accounts and many that talk once to three times", () => {
    const counts = new Map<string, number>();
    for (const { account } of all) counts.set(account ?? "", (counts.get(account ?? "") ?? 0) + 1);
    const sorted = [...counts.values()].toSorted((a, b) => b - a);
    expect(sorted[0]).toBeGreaterThan(100);
    expect(sorted[0]).toBeLessThan(800);
    expect(sorted.filter((count) => count <= 3).length / sorted.length).toBeGreaterThan(0.7);
    for (const account of counts.keys()) expect(account).toMatch(/^acct-\d{6,}$/u);
  });

  test("repeats some requests of an account with tiny edits only", () => {
    const groups = new Map<string, Conversation[]>();
    for (const conversation of all) {
      const repeat = conversation.labels["repeat"];
      if (typeof repeat === "string") groups.set(repeat, [...(groups.get(repeat) ?? []), conversation]);
    }
    expect(groups.size).toBeGreaterThan(20);
    for (const group of groups.values()) {
      expect(new Set(group.map(({ account }) => account)).size).toBe(1);
      const lengths = group.map((conversation) => firstRequest(conversation).length);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(6);
    }
  });

  test("hides the findings that it documents", () => {
    for (const { language, topic, atLeast } of synthFindings.overRepresented) {
      const within = share(
        all.filter((c) => c.language === language),
        topic,
      );
      expect(within / share(all, topic)).toBeGreaterThanOrEqual(atLeast);
    }
    const { launch, fade } = synthFindings;
    const at = Math.ceil(all.length * launch.at);
    expect(share(all.slice(0, Math.floor(at * 0.9)), launch.topic)).toBe(0);
    expect(share(all.slice(-4000), launch.topic)).toBeGreaterThan(
      2 * share(all.slice(at, at + 2500), launch.topic),
    );
    expect(share(all.slice(-6666), fade.topic)).toBeLessThan(share(all.slice(0, 6666), fade.topic) / 2);
  });

  test("has short and long, single and many turns, drift and noise", () => {
    const words = all
      .filter(({ language }) => language === "en")
      .map((c) => firstRequest(c).split(/\s+/u).length);
    expect(words.filter((count) => count <= 5).length / words.length).toBeGreaterThan(0.03);
    expect(words.filter((count) => count >= 200).length).toBeGreaterThan(30);
    expect(all.filter(({ messages }) => messages.length === 2).length / all.length).toBeGreaterThan(0.3);
    expect(all.filter(({ messages }) => messages.length > 25).length).toBeGreaterThan(5);
    expect(all.filter(({ labels }) => labels["drift"] !== undefined).length).toBeGreaterThan(300);
    expect(all.filter((c) => topicOf(c) === "other").length).toBeGreaterThan(200);
  });
});

describe("synthesizeConversations", () => {
  const take = (options: Parameters<typeof synthesizeConversations>[0]) => [
    ...synthesizeConversations(options),
  ];

  test("gives the same corpus for the same options and another for another seed", () => {
    const options = { conversations: 300, seed: 3 };
    expect(take(options)).toEqual(take(options));
    expect(take({ ...options, seed: 4 }).map(firstRequest)).not.toEqual(take(options).map(firstRequest));
  });

  test("streams: the first conversation does not wait for a billion others", () => {
    const first = synthesizeConversations({ conversations: 1_000_000_000, seed: 1 }).next();
    expect(first.done).toBe(false);
  });

  test("writes in the wanted languages only", () => {
    const languages = new Set(
      take({ conversations: 400, seed: 2, languages: ["de", "ja"] }).map((c) => c.language),
    );
    expect(languages).toEqual(new Set(["de", "ja"]));
  });

  test("leaves out accounts where wanted", () => {
    const without = take({ conversations: 1000, seed: 2, withoutAccount: 0.3 }).filter(
      (c) => c.account === null,
    );
    expect(without.length).toBeGreaterThan(200);
    expect(without.length).toBeLessThan(400);
  });

  test("accepts none, and refuses what makes no sense", () => {
    expect(take({ conversations: 0, seed: 1 })).toEqual([]);
    expect(() => take({ conversations: 1.5, seed: 1 })).toThrow(UsageError);
    expect(() => take({ conversations: 10, seed: 1, start: "soon" })).toThrow(UsageError);
    expect(() => take({ conversations: 10, seed: 1, languages: [] })).toThrow(UsageError);
    expect(() => take({ conversations: 50, seed: 1, plant: ["canaries"] })).toThrow(UsageError);
  });
});
