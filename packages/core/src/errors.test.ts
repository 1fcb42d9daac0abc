import { expect, test } from "vitest";
import { exitCodeOf, InputError, ObservatoryError, PrivacyError, UsageError } from "./errors.ts";

test("an error carries its code, hint and cause", () => {
  const cause = new Error("disk");
  const error = new InputError("a.jsonl is empty", { hint: "Give a file with records.", cause });
  expect(error).toBeInstanceOf(ObservatoryError);
  expect(error).toMatchObject({
    name: "InputError",
    code: "input",
    hint: "Give a file with records.",
    cause,
  });
});

test("exit codes are those that the command promises", () => {
  expect(
    [new UsageError("x"), new InputError("x"), new PrivacyError("x"), new Error("x")].map(exitCodeOf),
  ).toEqual([2, 3, 6, 1]);
});
