import { expect, test } from "vitest";
import { buildRoutes } from "./build-routes.ts";

const thresholds = { minConversations: 10, minAccounts: 5, roundTo: 5 };

test.each([
  [
    { semantic: 362, lexical: 8 },
    { semantic: 370, lexical: 0 },
  ],
  [
    { semantic: 3, lexical: 40 },
    { semantic: 0, lexical: 45 },
  ],
  [
    { semantic: 361, lexical: 12 },
    { semantic: 360, lexical: 10 },
  ],
  [
    { semantic: 0, lexical: 0 },
    { semantic: 0, lexical: 0 },
  ],
])("of %o is told %o: no way of fewer than a cluster needs", (held, told) => {
  expect(buildRoutes(held, thresholds)).toEqual(told);
});
