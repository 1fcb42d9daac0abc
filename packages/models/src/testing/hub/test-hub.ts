import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join, sep } from "node:path";
import { sha256 } from "@observatory/core";
import { listenOnLoopback } from "../http-server.ts";
import { sendPart, type HubFault } from "./hub-fault.ts";

export interface TestHubOptions {
  /** Folders by the repository that they are served as. */
  readonly repositories: Readonly<Record<string, string>>;
  readonly faults?: readonly HubFault[];
  /** Repositories that are given only to those who have this token. */
  readonly token?: string;
  /** What listings tell beyond the files that there are. */
  readonly listedToo?: readonly { readonly path: string; readonly size: number }[];
  /** Sizes that listings tell in place of the true ones. */
  readonly sizes?: Readonly<Record<string, number>>;
  /** Files of one page of a listing; all unless told. */
  readonly pageSize?: number;
}

export interface HubRequest {
  /** Of the hub, or of where it keeps large files, which is another origin. */
  readonly server: "hub" | "store";
  readonly path: string;
  readonly range: string | null;
  readonly authorization: string | null;
}

export interface TestHub extends AsyncDisposable {
  readonly url: string;
  /** The commit of every repository. */
  readonly commit: string;
  /** In the order in which they came. */
  readonly requests: readonly HubRequest[];
}

/** Files from this size on are kept apart, under their SHA-256. */
const largeFrom = 10_000;

/**
 * A hub of models on 127.0.0.1 that speaks Hugging Face's protocol as huggingface_hub uses it: the commit of a revision,
 * listings with git's and LFS' digests, files with redirects of large ones to another origin, parts of files, error codes.
 * Goes wrong on demand.
 *
 * @example
 * await using hub = await startTestHub({ repositories: { "immich-app/tiny__test": "fixtures/tiny-clip" } });
 */
export async function startTestHub(options: TestHubOptions): Promise<TestHub> {
  const repositories = new Map(
    Object.entries(options.repositories).map(([name, folder]) => [name, readFolder(folder)]),
  );
  const blobs = new Map(
    [...repositories.values()].flatMap((files) => [...files.values()]).map((bytes) => [sha256(bytes), bytes]),
  );
  const commit = createHash("sha1")
    .update([...blobs.keys()].join())
    .digest("hex");
  const requests: HubRequest[] = [];
  const left = (options.faults ?? []).map((fault) => ({ ...fault, times: fault.times ?? Infinity }));

  const takeFault = (path: string): HubFault["fault"] | null => {
    const found = left.find(({ on, times }) => times > 0 && path.includes(on));
    if (found === undefined) return null;
    found.times--;
    return found.fault;
  };
  const receive = (server: HubRequest["server"], { url = "", headers }: IncomingMessage): string => {
    const { range = null, authorization = null } = headers;
    requests.push({ server, path: decodeURIComponent(url), range, authorization });
    return decodeURIComponent(url);
  };

  const store = await listenOnLoopback(
    createServer((incoming, response) => {
      const path = receive("store", incoming);
      const bytes = blobs.get(path.split("/")[1] ?? "");
      const fault = takeFault(path);
      if (bytes === undefined) response.writeHead(404).end();
      else if (!answerFault(response, fault)) sendPart(response, { bytes, from: startOf(incoming) }, fault);
    }),
    { port: 0 },
  );
  const hub = await listenOnLoopback(
    createServer((incoming, response) => {
      const path = receive("hub", incoming);
      const fault = path.includes("/resolve/") && isLarge(path) ? null : takeFault(path);
      if (!answerFault(response, fault)) answer(incoming, response, { path, fault });
    }),
    { port: 0 },
  );

  const isLarge = (path: string): boolean => {
    const [, name = "", , file = ""] = /^\/([^/]+\/[^/]+)\/resolve\/([^/]+)\/(.+)$/u.exec(path) ?? [];
    return (repositories.get(name)?.get(file)?.length ?? 0) >= largeFrom;
  };
  const answer = (
    incoming: IncomingMessage,
    response: ServerResponse,
    { path, fault }: { readonly path: string; readonly fault: HubFault["fault"] | null },
  ): void => {
    const [, , name = "", what = "", rest = ""] =
      /^\/(api\/models\/)?([^/]+\/[^/]+)\/(revision|tree|resolve)\/([^?]+)/u.exec(path) ?? [];
    const files = repositories.get(name);
    const allowed =
      options.token === undefined || incoming.headers.authorization === `Bearer ${options.token}`;
    if (files === undefined || !allowed) {
      const status = incoming.headers.authorization === undefined ? 401 : 404;
      response.writeHead(status, { "x-error-code": "RepoNotFound" }).end();
      return;
    }
    const [revision = "", ...parts] = rest.split("/");
    if (revision !== "main" && revision !== commit) {
      response.writeHead(404, { "x-error-code": "RevisionNotFound" }).end();
      return;
    }
    if (what === "revision") return sendJson(response, { id: name, sha: commit });
    if (what === "tree") {
      const { searchParams } = new URL(path, "http://hub");
      const entries = [
        ...[...files].map(([file, bytes]) => toEntry(file, bytes, options.sizes?.[file] ?? bytes.length)),
        ...(options.listedToo ?? []).map(toLie),
      ];
      const from = Number(searchParams.get("cursor") ?? 0);
      const to = from + (options.pageSize ?? entries.length);
      const next = `<${hub.url}/api/models/${name}/tree/${revision}?recursive=true&cursor=${to}>; rel="next"`;
      return sendJson(response, entries.slice(from, to), to < entries.length ? { link: next } : {});
    }
    const bytes = files.get(parts.join("/"));
    if (bytes === undefined) {
      response.writeHead(404, { "x-error-code": "EntryNotFound" }).end();
      return;
    }
    const digest = bytes.length >= largeFrom ? sha256(bytes) : gitDigest(bytes);
    response.setHeader("x-repo-commit", commit);
    if (bytes.length < largeFrom) {
      response.setHeader("etag", `"${digest}"`);
      return incoming.method === "HEAD"
        ? void response.writeHead(200, { "content-length": String(bytes.length) }).end()
        : sendPart(response, { bytes, from: startOf(incoming) }, fault);
    }
    response
      .writeHead(302, {
        location: `${store.url}/${digest}/${parts.join("/")}`,
        "x-linked-etag": `"${digest}"`,
        "x-linked-size": String(bytes.length),
      })
      .end();
  };

  return {
    url: hub.url,
    commit,
    requests,
    [Symbol.asyncDispose]: async () => {
      await hub[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}

/** Whether the fault was the whole answer. */
function answerFault(response: ServerResponse, fault: HubFault["fault"] | null): boolean {
  if (fault?.kind === "status") response.writeHead(fault.status, { ...fault.headers }).end();
  return fault?.kind === "status" || fault?.kind === "hang";
}

function readFolder(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length).split(sep).filter(Boolean).join("/"), readFileSync(path)];
    }),
  );
}

function toEntry(path: string, bytes: Buffer, size: number): object {
  const entry = { type: "file", path, size, oid: gitDigest(bytes) };
  if (bytes.length < largeFrom) return entry;
  return { ...entry, lfs: { oid: sha256(bytes), size, pointerSize: 130 } };
}

function toLie({ path, size }: { readonly path: string; readonly size: number }): object {
  return { type: "file", path, size, oid: gitDigest(Buffer.from(path)) };
}

function gitDigest(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

function startOf({ headers }: IncomingMessage): number {
  return Number(/^bytes=(\d+)-/u.exec(headers.range ?? "")?.[1] ?? 0);
}

function sendJson(
  response: ServerResponse,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(200, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
}
