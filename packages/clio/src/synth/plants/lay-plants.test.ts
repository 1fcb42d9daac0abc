import { describe, expect, test } from "vitest";
import type { Conversation } from "../../conversation.ts";
import { synthesizeConversations } from "../synthesize-conversations.ts";
import { defaultCanaries, listCanaries } from "./canaries.ts";
import { planRing } from "./coordinated.ts";
import { poisonTarget } from "./poison.ts";
import { secretKinds } from "./secrets.ts";

const seed = 11;
const all = [
  ...synthesizeConversations({ conversations: 6000, seed, plant: ["canaries", "ring", "poison"] }),
];
const textOf = ({ messages }: Conversation): string => messages.map(({ content }) => content).join("\n");
const labelled = (key: string): Conversation[] => all.filter(({ labels }) => labels[key] !== undefined);

describe("planted conversations", () => {
  test("canaries: every listed secret stands in conversations of one account, and nowhere else", () => {
    const canaries = listCanaries({ seed });
    expect(canaries).toHaveLength(defaultCanaries);
    expect(new Set(canaries.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20);
    expect(new Set(canaries.map(({ secret }) => secret)).size).toBe(canaries.length);
    for (const { id, secret } of canaries) {
      const holders = all.filter(({ labels }) => labels["canary"] === id);
      expect(holders.length).toBeGreaterThanOrEqual(2);
      expect(new Set(holders.map(({ account }) => account)).size).toBe(1);
      for (const conversation of holders) expect(textOf(conversation)).toContain(secret);
      expect(all.filter((c) => textOf(c).includes(secret)).length).toBe(holders.length);
    }
  });

  test("canaries: card numbers pass Luhn and IBANs pass mod 97", () => {
    const secretOf = (kind: string): string =>
      (listCanaries({ seed }).find((canary) => canary.kind === kind)?.secret ?? "").replaceAll(" ", "");
    const doubled = secretOf("card-number")
      .split("")
      .map((digit, i) => Number(digit) * (i % 2 === 0 ? 2 : 1));
    expect(doubled.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10).toBe(0);
    expect(secretOf("card-number")).toHaveLength(16);
    const turned = secretOf("iban").replace(/^DE(\d\d)(\d{18})$/u, "$21314$1");
    expect(BigInt(turned) % 97n).toBe(1n);
  });

  test("ring: many accounts, near-identical texts, all in three short bursts", () => {
    const plan = planRing(seed);
    const ring = labelled("ring");
    expect(ring).toHaveLength(plan.accounts * 5);
    expect(new Set(ring.map(({ account }) => account)).size).toBe(plan.accounts);
    const hours = new Set(ring.map(({ createdAt }) => Math.floor(Date.parse(createdAt ?? "") / 3_600_000)));
    expect(hours.size).toBeLessThanOrEqual(12);
  });

  test("look-alike: one template, many accounts, spread over all weeks", () => {
    const lookalike = labelled("lookalike");
    expect(lookalike).toHaveLength(80);
    expect(new Set(lookalike.map(({ account }) => account)).size).toBeGreaterThan(60);
    expect(new Set(lookalike.map(({ createdAt }) => createdAt?.slice(0, 10))).size).toBeGreaterThan(35);
  });

  test("poison: fifty chats point at the target, only the target's chats hold the secret", () => {
    const target = poisonTarget(seed);
    expect(target.candidates).toContain(target.secret);
    expect(labelled("poison")).toHaveLength(50);
    expect(labelled("target")).toHaveLength(3);
    expect(new Set(labelled("target").map(({ account }) => account)).size).toBe(1);
    for (const chat of labelled("poison")) {
      expect(textOf(chat)).toContain(target.description);
      expect(textOf(chat)).not.toContain(target.secret);
    }
    for (const chat of labelled("target")) expect(textOf(chat)).toContain(target.secret);
  });

  test("plants leave the other conversations as they are, and their accounts are their own", () => {
    const plain = [...synthesizeConversations({ conversations: 6000, seed })];
    const keys = ["canary", "ring", "lookalike", "poison", "target"];
    const isPlant = ({ labels }: Conversation): boolean => keys.some((key) => labels[key] !== undefined);
    const changed = all.filter(
      (conversation, i) =>
        !isPlant(conversation) && textOf(conversation) !== textOf(plain[i] ?? conversation),
    );
    expect(changed).toEqual([]);
    const ordinary = new Set(all.filter((c) => !isPlant(c)).map(({ account }) => account));
    expect(all.filter((c) => isPlant(c) && ordinary.has(c.account))).toEqual([]);
  });

  test("every kind of secret is let slip in topics that exist", () => {
    expect(secretKinds.length).toBeGreaterThanOrEqual(20);
    expect(() => [
      ...synthesizeConversations({ conversations: 2000, seed: 2, plant: ["canaries"] }),
    ]).not.toThrow();
  });
});
