import { failed, succeeded, type Outcome } from "@observatory/core";
import type { z } from "zod";

/** A record by its schema, or `invalid-<field>` for the first field that is not as it must be; never with its content. */
export function checkRecord<T>(schema: z.ZodType<T>, value: unknown): Outcome<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return succeeded(parsed.data);
  const field = parsed.error.issues[0]?.path[0];
  // Names of fields that are not of the schema are content.
  return failed(
    typeof field === "string" && /^[a-z_0-9]{1,20}$/u.test(field) ? `invalid-${field}` : "invalid-record",
  );
}
