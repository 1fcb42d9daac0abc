import type { MiddlewareHandler } from "hono";
import { refuse } from "./refuse.ts";

/**
 * Lets only requests pass that read, that are meant for this server, and that its own page or a person makes.
 *
 * Another site may link to the page, but its scripts, frames and forms get nothing.
 */
export function guardRequest(isKnownHost: (header: string | undefined) => boolean): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      c.header("Allow", "GET, HEAD");
      return refuse(c, 405, { message: "this server only reads", hint: null });
    }
    if (!isKnownHost(c.req.header("host"))) {
      return refuse(c, 403, {
        message: "this server does not answer to that name",
        hint: "Use the address that observatory explore printed.",
      });
    }
    if (isForeign(c.req.header(), c.req.path)) {
      return refuse(c, 403, { message: "requests from other sites are refused", hint: null });
    }
    return next();
  };
}

function isForeign(headers: Readonly<Record<string, string>>, path: string): boolean {
  const origin = headers["origin"];
  if (origin !== undefined && toHost(origin) !== headers["host"]?.toLowerCase()) return true;
  const site = headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return false;
  const followsLink = headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
  return !(path === "/" && followsLink);
}

function toHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
