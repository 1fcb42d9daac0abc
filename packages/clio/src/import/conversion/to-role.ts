import type { Role } from "../../conversation.ts";

const roles: ReadonlyMap<string, Role> = new Map(
  Object.entries({
    system: ["system", "developer", "instructions", "context"],
    user: ["user", "human", "prompter", "person"],
    assistant: [
      "assistant",
      "gpt",
      "chatgpt",
      "bing",
      "bard",
      "claude",
      "model",
      "bot",
      "chatbot",
      "ai",
      "llm",
    ],
    // A call that a format keeps as a turn of its own reads as part of the tool's exchange, not as words of the assistant.
    tool: ["tool", "function", "function_call", "function_response", "observation", "ipython", "environment"],
  } satisfies Record<Role, readonly string[]>).flatMap(([role, names]) =>
    names.map((name) => [name, role as Role]),
  ), // keys of the literal
);

/** The role behind any of its usual names, in any case; null for a name that is not known. */
export function toRole(name: string): Role | null {
  return roles.get(name.trim().toLowerCase()) ?? null;
}
