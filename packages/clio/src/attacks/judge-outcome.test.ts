import { expect, test } from "vitest";
import { judgeOutcome, toCountScore, type MeasuredAttack } from "./judge-outcome.ts";

const shared: MeasuredAttack = {
  attack: "poison",
  variant: "",
  measure: "",
  off: toCountScore(90, 100),
  on: toCountScore(11, 100),
  chance: 0.11,
  bound: 0.14,
  judged: "value",
  decisive: true,
  claimed: true,
};

test("within the bound a defence holds, above it fails, or is undecided where few were tried; where none is claimed it is open in both cases", () => {
  expect(judgeOutcome(shared).verdict).toBe("holds");
  const above = { ...shared, on: toCountScore(20, 100) };
  expect(judgeOutcome(above).verdict).toBe("fails");
  const few = { ...shared, decisive: false };
  expect(judgeOutcome({ ...few, on: toCountScore(2, 9) }).verdict).toBe("undecided");
  expect(judgeOutcome({ ...few, on: toCountScore(6, 9) }).verdict).toBe("fails");
  expect(judgeOutcome({ ...above, claimed: false }).verdict).toBe("open");
  expect(judgeOutcome({ ...shared, claimed: false }).verdict).toBe("open");
});

test("an attack that gets no more than luck with the defence off is void, whatever it gets with it on", () => {
  for (const got of [0, 11, 60]) {
    expect(judgeOutcome({ ...shared, off: toCountScore(14, 100), on: toCountScore(got, 100) }).verdict).toBe(
      "void",
    );
  }
  const none = { ...shared, chance: null, bound: 0, on: toCountScore(0, 100) };
  expect(judgeOutcome({ ...none, off: toCountScore(0, 100) }).verdict).toBe("void");
  expect(judgeOutcome({ ...none, off: toCountScore(0, 9), decisive: false }).verdict).toBe("void");
  expect(judgeOutcome({ ...none, off: toCountScore(1, 100) }).verdict).toBe("holds");
});

test("an interval on both sides of the bound decides nothing unless as many were tried as it takes", () => {
  const auc = (value: number, half: number) => ({
    count: null,
    of: 1000,
    value,
    interval: [value - half, value + half] as [number, number],
  });
  const measured: MeasuredAttack = {
    ...shared,
    off: auc(0.7, 0.02),
    on: auc(0.53, 0.04),
    chance: 0.5,
    bound: 0.55,
    judged: "upper",
  };
  expect(judgeOutcome({ ...measured, decisive: false }).verdict).toBe("undecided");
  expect(judgeOutcome(measured).verdict).toBe("fails");
  expect(judgeOutcome({ ...measured, on: auc(0.51, 0.03) }).verdict).toBe("holds");
  expect(judgeOutcome({ ...measured, decisive: false, on: auc(0.62, 0.03) }).verdict).toBe("fails");
});
