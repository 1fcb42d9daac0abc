import fc from "fast-check";
import { expect, test } from "vitest";
import { suppress, type SuppressionNode } from "./suppress.ts";

const thresholds = { minConversations: 10, minAccounts: 5, roundTo: 5 };
const node = (parent: number | null, conversations: number, accounts = conversations, nameable = true) => ({
  parent,
  conversations,
  accounts,
  nameable,
});

test("a cluster under either threshold is hidden", () => {
  const { visible, counts } = suppress(
    [node(null, 40), node(null, 30), node(null, 9), node(null, 30, 4)],
    thresholds,
  );
  expect(visible).toEqual([true, true, false, false]);
  expect(counts).toEqual({ belowThreshold: 2, unnamed: 0, complementary: 0 });
});

test("one hidden child takes its smallest sibling with it, so that subtraction shows no single cluster", () => {
  const tree = [node(null, 100), node(null, 100), node(0, 60), node(0, 33), node(0, 7)];
  expect(suppress(tree, thresholds).visible).toEqual([true, true, true, false, false]);
});

test("a cluster without a publishable name is hidden with everything below it", () => {
  const tree = [node(null, 50, 50, false), node(null, 50), node(null, 50), node(0, 25), node(0, 25)];
  const { visible, counts } = suppress(tree, thresholds);
  expect(visible).toEqual([false, false, true, false, false]);
  expect(counts.unnamed).toBe(1);
});

const family = fc.array(
  fc.record({
    conversations: fc.integer({ min: 1, max: 60 }),
    spread: fc.double({ min: 0.1, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 6 },
);

test("no parent minus its shown children is ever a single cluster or under a threshold", () => {
  fc.assert(
    fc.property(fc.array(family, { minLength: 1, maxLength: 5 }), (families) => {
      const tree = toTree(families);
      const { visible } = suppress(tree, thresholds);
      for (const parent of [null, ...tree.keys()]) {
        if (parent !== null && !visible[parent]) continue;
        const children = [...tree.keys()].filter((index) => tree[index]?.parent === parent);
        const hidden = children.filter((child) => !visible[child]).flatMap((child) => tree[child] ?? []);
        const shown = children.length - hidden.length;
        if (hidden.length === 0 || shown === 0) continue;
        expect(hidden.length).toBeGreaterThanOrEqual(2);
        expect(hidden.reduce((sum, child) => sum + child.conversations, 0)).toBeGreaterThanOrEqual(10);
      }
    }),
  );
});

function toTree(families: readonly { conversations: number; spread: number }[][]): SuppressionNode[] {
  const sized = families.map((members) =>
    members.map((member) => ({ ...member, accounts: Math.ceil(member.conversations * member.spread) })),
  );
  const parents = sized.map((members) => {
    const conversations = members.reduce((sum, member) => sum + member.conversations, 0);
    return node(null, conversations, Math.max(...members.map((member) => member.accounts)));
  });
  const children = sized.flatMap((members, parent) =>
    members.map((member) => node(parent, member.conversations, member.accounts)),
  );
  return [...parents, ...children];
}

test("what an earlier release showed hides nobody: those that were never shown are hidden first", () => {
  const child = (conversations: number, wasShown: boolean) => ({
    parent: null,
    conversations,
    accounts: conversations,
    nameable: true,
    wasShown,
  });
  const nodes = [child(4, false), child(12, true), child(30, false), child(40, true)];
  const limits = { minConversations: 10, minAccounts: 5, roundTo: 5 };
  expect(suppress(nodes, limits).visible).toEqual([false, true, false, true]);
  // Nothing else was never shown: then size decides.
  const known = nodes.map((node, at) => (at === 2 ? { ...node, wasShown: true } : node));
  expect(suppress(known, limits).visible).toEqual([false, false, true, true]);
});

test("a cluster that stays hidden is hidden whatever it holds", () => {
  const node = { parent: null, conversations: 50, accounts: 50, nameable: true };
  const { visible, counts } = suppress([{ ...node, staysHidden: true }, node, node], {
    minConversations: 10,
    minAccounts: 5,
    roundTo: 5,
  });
  expect(visible).toEqual([false, false, true]);
  expect(counts).toEqual({ belowThreshold: 0, unnamed: 0, complementary: 2 });
});
