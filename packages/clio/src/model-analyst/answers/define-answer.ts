import type { JsonSchema } from "@observatory/core";
import { z } from "zod";

/** What an answer must look like, for the code that reads it and for the model that writes it. */
export interface AnswerForm<A> {
  readonly type: z.ZodType<A>;
  /** With the name of the task as its title. */
  readonly schema: JsonSchema;
}

const plainSchema = z.record(z.string(), z.json());

/** The form of the answers to a task. Costly enough to be made once and not for each call. */
export function defineAnswer<A>(title: string, type: z.ZodType<A>): AnswerForm<A> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, { io: "output" });
  return { type, schema: plainSchema.parse({ ...schema, title }) };
}
