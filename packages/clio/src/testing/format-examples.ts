import type { FormatName } from "../names.ts";

/** A record of each format, with all that the format is known by: what tests of all formats start from. */
export const formatExamples = {
  observatory: {
    id: "1",
    account: "a",
    messages: [{ role: "user", content: "hi" }],
    labels: { path: ["x"] },
  },
  "openai-chat": {
    messages: [
      { role: "developer", content: "be brief" },
      {
        role: "user",
        content: [
          { type: "text", text: "what is this" },
          { type: "image_url", image_url: { url: "https://x" } },
        ],
      },
    ],
    user: "ann",
    created: 1_700_000_000,
  },
  sharegpt: {
    id: "x",
    conversations: [
      { from: "human", value: "hi" },
      { from: "gpt", value: "hello" },
    ],
    system: "be kind",
  },
  "hh-rlhf": {
    chosen: "\n\nHuman: hi\n\nAssistant: hello\n\nHuman: bye",
    rejected: "\n\nHuman: hi\n\nAssistant: no",
  },
} satisfies Record<FormatName, unknown>;
