import type { AttackReport } from "@observatory/clio";
import { expect, test } from "vitest";
import { toAttackLines, toRunCheckLines } from "./attacks.ts";

const score = (count: number, of: number) => ({ count, of, value: count / of, interval: null });
const outcome = {
  attack: "poison" as const,
  variant: "flooding, selection, phrases",
  measure: "targets' secrets extracted",
  off: score(80, 90),
  on: score(10, 90),
  chance: 1 / 9,
  bound: 1 / 9 + 0.03,
  verdict: "holds" as const,
  note: null,
};
const report: AttackReport = {
  schema: "observatory/clio-attack@1",
  version: "0.1.0",
  size: "small",
  preset: "explore",
  seed: 0,
  outcomes: [
    outcome,
    { ...outcome, variant: "edge", off: score(10, 90), verdict: "void", note: "Nothing leaked." },
  ],
  verdicts: { holds: 1, fails: 0, void: 1, undecided: 0, open: 0 },
  remaining: ["Somebody with enough accounts is a group."],
};

test("a suite is a table of what each attack got with the defence off and on, and what remains possible", () => {
  const lines = toAttackLines(report, (_, text) => text);
  expect(lines.find((line) => line.includes("selection"))).toMatch(
    /80 of 90 +10 of 90 +14\.1 %, a guess is 11\.1 % +holds$/u,
  );
  expect(lines.find((line) => line.startsWith("poison  edge"))).toMatch(/VOID$/u);
  expect(lines.join("\n")).toContain("1 hold, 0 fail, 1 are void");
  expect(lines.at(-1)).toContain("Somebody with enough accounts");
});

test("what is quoted of a release cannot steer the terminal", () => {
  const finding = { severity: "fault" as const, message: 'about "\u001B[2Jx"', hint: "Do not show it." };
  const lines = toRunCheckLines(
    {
      schema: "observatory/clio-run-check@1",
      checks: [{ name: "words and phrases", looked: 12, faults: 1, notes: 0 }],
      findings: [finding],
    },
    (_, text) => text,
  );
  expect(lines.join("\n")).not.toContain("\u001B");
  expect(lines).toContain("  Do not show it.");
});
