import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { describeFailure, type Failure } from "../shared/failure.ts";

/** Answers with a failure: as JSON under `/api/`, else as text for the person who opened the address. */
export function refuse(c: Context, status: ContentfulStatusCode, failure: Failure): Response {
  c.header("Cache-Control", "no-store");
  return c.req.path.startsWith("/api/")
    ? c.json(failure, status)
    : c.text(`${describeFailure(failure)}\n`, status);
}
