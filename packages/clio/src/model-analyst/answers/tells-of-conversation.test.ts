import { expect, test } from "vitest";
import { createConversation } from "../../testing/create-conversation.ts";
import { toTranscript } from "../../prepare/to-transcript.ts";
import type { Conversation } from "../../conversation.ts";
import { createToldOf } from "./tells-of-conversation.ts";

function tells(conversation: Conversation, ...summaries: readonly string[]): boolean {
  return createToldOf(conversation, () => toTranscript(conversation).text)(...summaries);
}

const trip = createConversation(
  ["user", "I need to fly to Rome next Wednesday and come back on Friday, what are the cheapest tickets?"],
  ["assistant", "For a trip of three days these reservations are open ..."],
);

test.each([
  ["a word of the user", "find cheap tickets"],
  ["another form of it", "compare options for flying"],
  ["a word of the assistant alone", "plan a trip"],
  ["another form of that", "make a reservation"],
])("a summary with %s tells of the conversation", (_what, summary) => {
  expect(tells(trip, summary)).toBe(true);
});

test.each([
  ["something else", "brew a cup of tea"],
  ["only words that stand in every text", "What do you want to know about it?"],
  ["only what stands for personal data", "[NAME] [TICKETS]"],
  ["another language", "Lorem ipsum dolor sit amet"],
])("a summary of %s does not", (_what, summary) => {
  expect(tells(trip, summary)).toBe(false);
});

test("request and task count together: one of them may say it in words of its own", () => {
  expect(tells(trip, "organise travel", "search for tickets")).toBe(true);
  expect(tells(trip, "organise travel", "brew tea")).toBe(false);
});

test.each([
  [
    "in another language",
    ["Ich muss nächsten Mittwoch nach Rom fliegen, was sind die billigsten Flüge und Hotels dort?"],
  ],
  [
    "in two languages",
    [
      "I need to fly to Rome next Wednesday and come back on Friday, what are the cheapest tickets?",
      "Und wo kann ich dort am besten übernachten, wenn ich nicht viel Geld ausgeben will und Ruhe brauche?",
    ],
  ],
  ["with too few words", ["Fly to Rome?"]],
  ["in no words", ["12 + 34 = ?", "```\nlet a = 1;\n```"]],
])("nothing is held against what the user wrote %s", (_what, turns) => {
  const conversation = createConversation(...turns.map((turn) => ["user", turn] as const));
  const compare = createToldOf(conversation, () => toTranscript(conversation).text);
  expect(compare("brew a cup of tea")).toBe(true);
});

test("names of the transcript's elements are no words of the conversation", () => {
  const omitted = createConversation(
    ["system", "Answer in rhymes"],
    ["user", `Please translate this old poem about the harbour: ${"waves and gulls ".repeat(3000)}`],
  );
  expect(tells(omitted, "omitted system characters")).toBe(false);
  expect(tells(omitted, "translate a poem")).toBe(true);
});
