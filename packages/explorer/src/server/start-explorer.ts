import { UsageError } from "@observatory/core";
import { getRequestListener } from "@hono/node-server";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { hostname, networkInterfaces } from "node:os";
import type { Source } from "../shared/source.ts";
import { createExplorerApp } from "./create-explorer-app.ts";
import { isLoopback, isWildcard } from "./known-hosts.ts";
import { loadPage } from "./load-page.ts";
import { openSources } from "./open-sources.ts";

export interface StartExplorerOptions {
  /** Without one, 4870 or the next that is free. 0 takes any. */
  readonly port?: number;
  /** Loopback unless told; another address needs a token, which is then part of `url`. */
  readonly host?: string;
  readonly signal?: AbortSignal;
  /** Hears of what is our fault. */
  readonly onFault?: (error: unknown) => void;
}

/** A server that listens. */
export interface Explorer {
  /** To be opened in a browser; holds the token where there is one, and is the only place that does. */
  readonly url: string;
  readonly needsToken: boolean;
  readonly sources: readonly Source[];
  /** Ends open connections too. */
  close(): Promise<void>;
}

const firstPort = 4870;
const portsToTry = 40;

/**
 * Serves the page for runs and benchmarks. All paths are read and checked before anything listens.
 *
 * Throws UsageError for a path that is neither, or a port or host that cannot be had; StateError for one that is
 * unfinished, damaged or of a newer version, or where the page is not built.
 */
export async function startExplorer(
  paths: readonly string[],
  { port, host = "127.0.0.1", signal, onFault }: StartExplorerOptions = {},
): Promise<Explorer> {
  const [page, sources] = [await loadPage(), await openSources(paths)];
  const token = isLoopback(host) ? null : randomBytes(24).toString("base64url");
  const app = createExplorerApp(sources, { page, host, machineName: hostname(), token, onFault });
  signal?.throwIfAborted();
  const { server, port: actual } = await listen(app.fetch, host, port);
  return {
    url: `http://${toUrlHost(host)}:${actual}/${token === null ? "" : `?token=${token}`}`,
    needsToken: token !== null,
    sources: sources.map(({ id, kind, title }) => ({ id, kind, title })),
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Listening {
  readonly server: Server;
  readonly port: number;
}

async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  wanted: number | undefined,
): Promise<Listening> {
  const ports = wanted === undefined ? [...Array(portsToTry).keys()].map((at) => firstPort + at) : [wanted];
  for (const port of wanted === undefined ? [...ports, 0] : ports) {
    const answer = getRequestListener(fetch);
    const server = createServer((request, response) => void answer(request, response));
    try {
      server.listen(port, host);
      await once(server, "listening");
      const address = server.address();
      return { server, port: typeof address === "object" && address ? address.port : port };
    } catch (error) {
      if (wanted === undefined && codeOf(error) === "EADDRINUSE") continue;
      throw describeListenError(error, host, port);
    }
  }
  throw new UsageError(`no port is free on ${host}`, { hint: "Give one with --port." });
}

function describeListenError(error: unknown, host: string, port: number): unknown {
  const code = codeOf(error);
  if (code === "EADDRINUSE") {
    return new UsageError(`port ${port} is taken`, {
      hint: "Give another one, or leave --port out: a free one is found.",
      cause: error,
    });
  }
  if (code === "EACCES") {
    return new UsageError(`port ${port} may not be used`, { hint: "Give one above 1023.", cause: error });
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new UsageError(`${host} is no address of this machine`, {
      hint: "Give one that is, or 0.0.0.0 for all of them.",
      cause: error,
    });
  }
  return error;
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error ? String(error.code) : null;
}

/** What stands in the address: for all addresses the first that others can reach. */
function toUrlHost(host: string): string {
  if (!isWildcard(host)) return host.includes(":") ? `[${host}]` : host;
  const reachable = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === "IPv4");
  return reachable?.address ?? hostname();
}
