import { sha256 } from "@observatory/core";
import type { MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { createHash, timingSafeEqual } from "node:crypto";
import { refuse } from "./refuse.ts";

/**
 * Lets only requests pass that hold the token: as `Authorization: Bearer`, or as the cookie that the page gets when it
 * is opened with `?token=`. The address without the token is then what stays in the browser's history.
 */
export function requireToken(token: string): MiddlewareHandler {
  // Cookies are shared by all ports of a host; two servers must not overwrite each other's.
  const cookie = `observatory_${sha256(token).slice(0, 8)}`;
  return async (c, next) => {
    const inAddress = c.req.path === "/" ? c.req.query("token") : undefined;
    if (inAddress !== undefined && isSame(inAddress, token)) {
      setCookie(c, cookie, token, { httpOnly: true, sameSite: "Strict", path: "/" });
      c.header("Cache-Control", "no-store");
      return c.redirect("/", 303);
    }
    const bearer = /^Bearer (.+)$/iu.exec(c.req.header("authorization") ?? "")?.[1];
    const given = bearer ?? getCookie(c, cookie);
    if (inAddress === undefined && given !== undefined && isSame(given, token)) return next();
    c.header("WWW-Authenticate", "Bearer");
    return refuse(c, 401, {
      message: "this server is open to those who have its token alone",
      hint: "Open the whole address that observatory explore printed, with ?token= at its end.",
    });
  };
}

/** Compares in a time that says nothing of either text, by hashes of equal length. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
