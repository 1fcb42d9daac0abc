import { contentHash, type ModelRequest } from "@observatory/core";
import { toPromptText } from "@observatory/core/testing";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toTranscript } from "../../prepare/to-transcript.ts";
import { createConversation } from "../../testing/create-conversation.ts";
import { assignPrompt } from "./assign-prompt.ts";
import { auditPrompt } from "./audit-prompt.ts";
import { deduplicatePrompt } from "./deduplicate-prompt.ts";
import { facetPrompt } from "./facet-prompt.ts";
import { facetsPrompt } from "./facets-prompt.ts";
import { judgeSummaryPrompt } from "./judge-summary-prompt.ts";
import { judgeTitlePrompt } from "./judge-title-prompt.ts";
import { namePrompt } from "./name-prompt.ts";
import { parentsPrompt } from "./parents-prompt.ts";
import { promptVersion } from "./prompt-version.ts";
import { screenPrompt } from "./screen-prompt.ts";

const temperature = 0.5;
const facet = "request";
const wanted = { least: 2, most: 5 };

/** Every prompt with `text` wherever a text goes. */
function writeAll(text: string): readonly ModelRequest[] {
  const transcript = toTranscript(createConversation(["user", text])).text;
  const cluster = { name: text, description: text };
  const lists = { members: [text, text], outsiders: [text], children: [text], avoid: [text] };
  return [
    screenPrompt(transcript, text, { temperature }),
    facetsPrompt(transcript, { requests: 1, temperature }),
    facetsPrompt(transcript, { requests: 3, temperature }),
    ...(["request", "task", "languages", "concern"] as const).map((facet) =>
      facetPrompt(transcript, facet, { temperature }),
    ),
    namePrompt(lists, { facet, temperature }),
    namePrompt({ ...lists, children: [], avoid: [] }, { facet: "task", temperature }),
    parentsPrompt({ clusters: [cluster], outside: [cluster], wanted }, { facet, temperature }),
    deduplicatePrompt([text], { facet, wanted, temperature }),
    assignPrompt(cluster, [text], { facet, temperature }),
    auditPrompt(cluster, { temperature }),
    judgeSummaryPrompt(transcript, text, { temperature }),
    judgeTitlePrompt(cluster, text, { temperature }),
  ];
}

/** For each version what all prompts come to. A changed hash needs a new version, or results would be mixed. */
const hashes: Readonly<Record<number, string>> = {
  1: "847e2e1ebe0d6bedacd5fe87608ff4dbb868680696e690bef10d108a2e24093e",
  2: "847e2e1ebe0d6bedacd5fe87608ff4dbb868680696e690bef10d108a2e24093e",
};

test("a changed prompt has a new version", () => {
  expect({ [promptVersion]: contentHash(writeAll("a text")) }).toEqual({
    [promptVersion]: hashes[promptVersion],
  });
});

test("each task has a title, a closed schema and a bound", () => {
  const titles = writeAll("a text").map(({ schema, maxOutputTokens }) => {
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    expect(Object.keys(Object(schema?.["properties"]))).toEqual(schema?.["required"]);
    expect(maxOutputTokens).toBeLessThanOrEqual(2000);
    return schema?.["title"];
  });
  expect([...new Set(titles)]).toEqual([
    "clio-screen",
    "clio-facets",
    "clio-request",
    "clio-task",
    "clio-languages",
    "clio-concern",
    "clio-name",
    "clio-parents",
    "clio-deduplicate",
    "clio-assign",
    "clio-audit",
    "clio-judge-summary",
    "clio-judge-title",
  ]);
});

const tags = /<\/?[a-z]+[^<>]*>/gu;

test("no text can make a tag: every prompt has the same tags whatever stands in it", () => {
  const tagsOf = (text: string) => writeAll(text).map((request) => toPromptText(request).match(tags));
  const expected = tagsOf("plain");
  const pieces = fc.constantFrom(
    "<",
    ">",
    "/",
    "members",
    "summary",
    "conversation",
    "&",
    "&lt;",
    " ",
    "\n",
    "x",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      expect(tagsOf(`x${parts.join("")}`)).toEqual(expected);
    }),
  );
});

test("a prompt for a name stays small whatever it is given", () => {
  const long = "very ".repeat(10_000);
  const many = Array.from({ length: 1000 }, () => long);
  const request = namePrompt(
    { members: many, outsiders: many, children: many, avoid: many },
    { facet, temperature },
  );
  expect(toPromptText(request).length).toBeLessThan(50_000);
  expect(toPromptText(auditPrompt({ name: long, description: long }, { temperature })).length).toBeLessThan(
    3000,
  );
});

test("the material stands before the task", () => {
  for (const { prompt } of writeAll("the text")) {
    expect(prompt[0]?.text).toContain("the text");
    expect(
      prompt
        .slice(1)
        .map(({ text }) => text)
        .join(""),
    ).not.toContain("the text");
  }
});
