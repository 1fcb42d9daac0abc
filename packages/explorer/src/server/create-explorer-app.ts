import { ObservatoryError, UsageError, type ErrorCode } from "@observatory/core";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { secureHeaders } from "hono/secure-headers";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { normalize, resolve, sep } from "node:path";
import type { Source } from "../shared/source.ts";
import { guardRequest } from "./guard-request.ts";
import { toHostCheck } from "./known-hosts.ts";
import type { Page } from "./load-page.ts";
import { refuse } from "./refuse.ts";
import { requireToken } from "./require-token.ts";
import { sourceKinds } from "./source-kinds.ts";
import type { FindSource, OpenSource } from "./source-kind.ts";

export interface ExplorerAppOptions {
  readonly page: Page;
  /** What the server listens on; decides which `Host` it answers to. */
  readonly host?: string;
  /** The machine's own name, which is known too where all addresses are listened on. */
  readonly machineName?: string;
  /** Asked of every request; null asks for none. */
  readonly token?: string | null;
  /** Hears of what is our fault; the answer says only that something failed. */
  readonly onFault?: (error: unknown) => void;
}

/** Nothing runs, loads or connects but what this server gives; nobody may frame the page. */
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:", "blob:"],
  connectSrc: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
};

const statusOf: Partial<Record<ErrorCode, ContentfulStatusCode>> = { usage: 404, input: 409, state: 409 };

/**
 * The server of the page, without a socket: static files, `GET /api/sources`, and the routes of each kind of source.
 *
 * @example
 * const app = createExplorerApp(await openSources(["my-run"]), { page: await loadPage() });
 * const response = await app.request("/api/sources", { headers: { host: "127.0.0.1" } });
 */
export function createExplorerApp(sources: readonly OpenSource[], options: ExplorerAppOptions): Hono {
  const { page, host = "127.0.0.1", machineName = "localhost", token = null, onFault } = options;
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy,
      xFrameOptions: "DENY",
      // Plain HTTP has nothing to keep to.
      strictTransportSecurity: false,
    }),
    compress(),
    etag(),
    guardRequest(toHostCheck(host, machineName)),
  );
  if (token !== null) app.use(requireToken(token));

  app.get("/api/sources", (c) =>
    c.json({ sources: sources.map(({ id, kind, title }) => ({ id, kind, title })) }),
  );
  app.route("/api/clio", sourceKinds.clio.createRoutes(createFinder(sources, "clio")));
  app.route("/api/crepe", sourceKinds.crepe.createRoutes(createFinder(sources, "crepe")));
  for (const [name, { body, type }] of page) {
    const headers = { "content-type": type, "cache-control": "no-cache" };
    app.get(name === "index.html" ? "/" : `/${name}`, (c) => c.body(body, 200, headers));
  }

  app.notFound((c) => refuse(c, 404, { message: "there is nothing at this address", hint: "Start at /." }));
  app.onError((error, c) => {
    if (error instanceof ObservatoryError) {
      const { message, hint = null, code } = error;
      return refuse(c, statusOf[code] ?? 500, {
        message: withoutPaths(message, sources),
        hint: hint === null ? null : withoutPaths(hint, sources),
      });
    }
    onFault?.(error);
    return refuse(c, 500, {
      message: "the server failed",
      hint: "What went wrong is printed where observatory explore runs.",
    });
  });
  return app;
}

/** Where a source lies is for who started the server; others read what it is called. */
function withoutPaths(text: string, sources: readonly OpenSource[]): string {
  const spelled = sources
    .flatMap(({ path, title }) => [path, normalize(path), resolve(path)].map((from) => ({ from, title })))
    .filter(({ from }) => from.includes(sep))
    .toSorted((a, b) => b.from.length - a.from.length);
  return spelled.reduce((rest, { from, title }) => rest.replaceAll(from, () => title), text);
}

function createFinder(sources: readonly OpenSource[], kind: Source["kind"]): FindSource {
  const known = new Map(
    sources.filter((source) => source.kind === kind).map((source) => [source.id, source]),
  );
  return (id) => {
    const found = known.get(id);
    if (found) return found;
    throw new UsageError("there is no such run or benchmark", {
      hint: "Choose one of those that are listed.",
    });
  };
}
