import { z } from "zod";

/** What the server says in place of data: what was wrong, and what to do next where something can be done. */
export const failureSchema = z.object({ message: z.string(), hint: z.string().nullable() });

export type Failure = z.infer<typeof failureSchema>;

/** A failure as one text for a person: two sentences. */
export function describeFailure({ message, hint }: Failure): string {
  const sentence = `${message.slice(0, 1).toUpperCase()}${message.slice(1)}`;
  const closed = /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`;
  return hint === null ? closed : `${closed} ${hint}`;
}
