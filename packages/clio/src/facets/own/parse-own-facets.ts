import { parseJson, UsageError } from "@observatory/core";
import { z } from "zod";
import type { OwnFacet } from "./own-facet.ts";

/** Names that facets and columns of the project have. */
const takenNames: readonly string[] = [
  "account",
  "concern",
  "created-at",
  "id",
  "language",
  "languages",
  "length",
  "model",
  "request",
  "requests",
  "started-at",
  "task",
  "turns",
  "weight",
];
const mostFacets = 10;

/** A text on one line. */
const line = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/gu, " ").trim())
    .pipe(z.string().min(1, "a text is wanted").max(most, `at most ${most} characters are taken`));

const head = {
  name: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{0,39}$/u,
      "a name is 1 to 40 lower-case letters, digits and hyphens, with a letter first",
    )
    .refine((name) => !takenNames.includes(name), "a built-in facet has this name"),
  question: line(500),
};

const file = z.strictObject({
  facets: distinct(
    z
      .array(
        z.discriminatedUnion(
          "kind",
          [
            z.strictObject({ ...head, kind: z.literal("summary"), naming: line(500).optional() }),
            z.strictObject({
              ...head,
              kind: z.literal("categories"),
              values: distinct(
                z
                  .array(line(60))
                  .min(2, "at least 2 values are wanted")
                  .max(30, "at most 30 values are taken"),
                (value) => value.toLowerCase(),
              ).optional(),
            }),
            z.strictObject({ ...head, kind: z.literal("rating") }),
          ],
          "the kind is summary, categories or rating",
        ),
      )
      .min(1, "at least one facet is wanted")
      .max(mostFacets, `at most ${mostFacets} facets are taken`),
    ({ name }) => name,
  ),
});

/**
 * Reads a user's file of facets: `{"facets": [{"name", "kind", "question", ...}]}`, with `naming` for a summary and
 * `values` for categories. Throws UsageError that says where.
 *
 * @example
 * parseOwnFacets('{"facets": [{"name": "mood", "kind": "rating", "question": "How content is the user at the end?"}]}');
 */
export function parseOwnFacets(text: string): readonly OwnFacet[] {
  const json = parseJson(text);
  if (!json.ok) throw toError("it is not JSON");
  const parsed = file.safeParse(json.value);
  if (parsed.success) return parsed.data.facets;
  const [issue] = parsed.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? "the top" : issue.path.join(".");
  throw toError(`at ${place}: ${issue?.message ?? "not as expected"}`);
}

/** Refuses a list in which a key stands twice, and says at which place. */
function distinct<T extends z.ZodType<readonly unknown[]>>(
  list: T,
  keyOf: (item: z.output<T>[number]) => string,
): T {
  return list.superRefine((items, context) => {
    const keys = items.map(keyOf);
    const twice = keys.findIndex((key, place) => keys.indexOf(key) !== place);
    if (twice === -1) return;
    context.addIssue({ code: "custom", path: [twice], message: "an earlier one of the list is the same" });
  });
}

function toError(what: string): UsageError {
  return new UsageError(`the file of facets cannot be used: ${what}`, {
    hint: 'Write {"facets": [{"name": "mood", "kind": "rating", "question": "How content is the user at the end?"}]}.',
  });
}
