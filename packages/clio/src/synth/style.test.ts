import { createRandom } from "@observatory/core";
import { describe, expect, test } from "vitest";
import { tidyEnglish, tidySpaces, tinyEdit, toSloppy } from "./style.ts";

describe("spelling of the synthetic corpus", () => {
  test("articles follow the sound", () => {
    expect(tidyEnglish("for a accountant, a university, a hour and a SQL query")).toBe(
      "for an accountant, a university, an hour and an SQL query",
    );
    expect(tidyEnglish("Does column A add up?")).toBe("Does column A add up?");
  });

  test("left-over blanks go, French keeps its own", () => {
    expect(tidyEnglish("Why  not ? ")).toBe("Why not?");
    expect(tidySpaces("Pourquoi  pas ? ", true)).toBe("Pourquoi pas ?");
  });

  test("someone in a hurry leaves pasted code alone", () => {
    const code = "def f(x):\n    return x;";
    expect(toSloppy(`Please look at this?\n\n${code}`, createRandom(3)).endsWith(code)).toBe(true);
  });

  test("a tiny edit changes a few characters at most", () => {
    for (let seed = 0; seed < 50; seed++) {
      const text = "Please translate the following 2 sentences into Dutch.";
      expect(Math.abs(tinyEdit(text, createRandom(seed)).length - text.length)).toBeLessThanOrEqual(3);
    }
  });
});
