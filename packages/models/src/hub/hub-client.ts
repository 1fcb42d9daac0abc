import { ModelError, parseJson, UsageError } from "@observatory/core";
import { z } from "zod";
import { toBackoffMs } from "../calling/backoff.ts";
import { sleepByTimer, type Sleep } from "../calling/sleep.ts";
import { isLoopbackUrl } from "../prices/is-loopback-url.ts";
import { createHubRequester, type HubRequester } from "./hub-requester.ts";
import { readBounded } from "./read-bounded.ts";

export interface HubOptions {
  /** Of the server, `https://huggingface.co` unless told. */
  readonly baseUrl?: string | undefined;
  /** Sent to that server alone, and only where nobody between can read it; never written. */
  readonly token?: string | undefined;
  /** How long a server may say nothing: 60 seconds unless told. */
  readonly silenceMs?: number;
  /** For waits before another try. */
  readonly sleep?: Sleep;
  /** Uniform in [0, 1), for the same. */
  readonly random?: () => number;
}

/** A file of a repository. */
export interface HubFile {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of its bytes, or of a small file git's SHA-1 of them as a blob. */
  readonly digest: { readonly kind: "sha256" | "git-sha1"; readonly hex: string };
}

/** What a repository holds at one commit. */
export interface HubListing {
  readonly commit: string;
  readonly files: readonly HubFile[];
}

/** A file as it comes. */
export interface HubBody {
  /** The byte at which it begins: 0 where the server does not give parts. */
  readonly from: number;
  /** Throws ModelError where it is cut. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

interface Signalled {
  readonly signal?: AbortSignal | undefined;
}

/** A server that speaks Hugging Face's protocol. */
export interface Hub {
  readonly baseUrl: string;
  /** Lists a repository at a branch, a tag or a commit; null where there is none that may be seen. Throws ModelError. */
  list(repository: string, options: Signalled & { readonly revision: string }): Promise<HubListing | null>;
  /** Opens a file at a commit, from a byte on. Throws ModelError; the body is the caller's to read. */
  open(
    repository: string,
    options: Signalled & { readonly commit: string; readonly path: string; readonly from: number },
  ): Promise<HubBody>;
  /**
   * Tries again after failures that may pass: in 0.5 to 60 seconds, or when the server says. Gives up after five that
   * made no progress, and where it is to wait longer than five minutes.
   */
  persist<T>(attempt: (progress: () => void) => Promise<T>, options: Signalled): Promise<T>;
  /** The address of a file, for people. */
  addressOf(repository: string, path: string): string;
}

export const defaultHub = "https://huggingface.co";

const revisionSchema = z.object({ sha: z.string().regex(/^[0-9a-f]{40}$/u) });
const entrySchema = z.object({
  type: z.string(),
  path: z.string(),
  size: z.int().min(0),
  oid: z.string(),
  lfs: z.object({ oid: z.string(), size: z.int().min(0) }).nullish(),
});

/** Lists longer than this, in bytes, are no repository of a model. */
const longestAnswer = 8 * 2 ** 20;
const mostPages = 20;
const mostFailures = 5;
const longestWaitMs = 5 * 60_000;

/**
 * Talks to a hub: `/api/models/<repository>/revision/<revision>`, `/api/models/<repository>/tree/<commit>` and
 * `/<repository>/resolve/<commit>/<path>`. No path that it answers is used as one: callers look for those that they know.
 * Throws UsageError for what is no address.
 */
export function createHub(options: HubOptions = {}): Hub {
  const { silenceMs = 60_000, sleep = sleepByTimer, random = Math.random } = options;
  const baseUrl = (options.baseUrl ?? defaultHub).replace(/\/+$/u, "");
  if (!/^https?:/u.test(baseUrl) || !URL.canParse(baseUrl)) {
    throw new UsageError(`${baseUrl} is not the address of a hub`, {
      hint: "HF_ENDPOINT must begin with https:// or http://; without it models come from Hugging Face.",
    });
  }
  const token = baseUrl.startsWith("https:") || isLoopbackUrl(baseUrl) ? options.token : undefined;
  const requester = createHubRequester({ baseUrl, token, silenceMs });

  const hub: Hub = {
    baseUrl,
    addressOf: (repository, path) => `${baseUrl}/${repository}/resolve/main/${path}`,
    list: (repository, { revision, signal }) =>
      hub.persist(() => listFiles(requester, repository, { baseUrl, revision, signal }), { signal }),
    open: async (repository, { commit, path, from, signal }) => {
      const about = `${repository}/${path}`;
      const range: Record<string, string> = from === 0 ? {} : { range: `bytes=${from}-` };
      const response = await requester.get(`${baseUrl}/${repository}/resolve/${commit}/${path}`, {
        // Packed bodies would have other lengths.
        headers: { "accept-encoding": "identity", ...range },
        signal,
      });
      await requester.requireOk(response, about);
      const [, first] = /^bytes (\d+)-/u.exec(response.headers.get("content-range") ?? "") ?? [];
      return {
        from: response.status === 206 ? Number(first ?? from) : 0,
        chunks: requester.chunksOf(response, signal),
      };
    },
    persist: async (attempt, { signal }) => {
      for (let failures = 1; ; failures++) {
        try {
          return await attempt(() => (failures = 0));
        } catch (error) {
          signal?.throwIfAborted();
          const waitMs = toWait(error, { failures: Math.max(1, failures), random });
          if (waitMs === null) throw error;
          await sleep(waitMs, signal);
        }
      }
    },
  };
  return hub;
}

async function listFiles(
  requester: HubRequester,
  repository: string,
  { baseUrl, revision, signal }: { readonly baseUrl: string; readonly revision: string } & Signalled,
): Promise<HubListing | null> {
  const read = async <T>(url: string, schema: z.ZodType<T>) => {
    const response = await requester.get(url, { headers: { accept: "application/json" }, signal });
    if (requester.isAbsent(response)) return null;
    await requester.requireOk(response, repository);
    const json = parseJson((await readBounded(requester.chunksOf(response, signal), longestAnswer)) ?? "");
    const parsed = schema.safeParse(json.ok ? json.value : null);
    if (parsed.success) return { value: parsed.data, next: toNextPage(response, baseUrl) };
    throw new ModelError(`${new URL(baseUrl).host} answered something that is not a hub's protocol`, {
      kind: "request",
      hint: "Is HF_ENDPOINT really the address of a hub?",
    });
  };
  const api = `${baseUrl}/api/models/${repository}`;
  const found = await read(`${api}/revision/${encodeURIComponent(revision)}`, revisionSchema);
  if (found === null) return null;
  const commit = found.value.sha;
  const files: HubFile[] = [];
  let url: string | null = `${api}/tree/${commit}?recursive=true`;
  for (let page = 0; url !== null && page < mostPages; page++) {
    const list: Awaited<ReturnType<typeof read<z.infer<typeof entrySchema>[]>>> = await read(
      url,
      z.array(entrySchema),
    );
    files.push(...(list?.value ?? []).flatMap(toHubFile));
    url = list?.next ?? null;
  }
  return { commit, files };
}

/** The next page of a list, where it is on the same server. */
function toNextPage(response: Response, baseUrl: string): string | null {
  const [, link] = /<([^>]+)>;\s*rel="next"/u.exec(response.headers.get("link") ?? "") ?? [];
  if (link === undefined) return null;
  const url = new URL(link, baseUrl);
  return url.origin === new URL(baseUrl).origin ? url.href : null;
}

const passing: ReadonlySet<string> = new Set(["rate-limit", "server", "time-out"]);

/** How long to wait before another try; null where none is worth it. */
function toWait(
  error: unknown,
  { failures, random }: { readonly failures: number; readonly random: () => number },
): number | null {
  if (!(error instanceof ModelError) || !passing.has(error.kind) || failures >= mostFailures) return null;
  const waitMs = toBackoffMs({ failures, retryAfterMs: error.retryAfterMs, random });
  return waitMs > longestWaitMs ? null : waitMs;
}

/** None where it is no file, or its digest none. */
function toHubFile({ type, path, size, oid, lfs }: z.infer<typeof entrySchema>): HubFile[] {
  const digest =
    lfs === undefined || lfs === null
      ? ({ kind: "git-sha1", hex: oid } as const)
      : ({ kind: "sha256", hex: lfs.oid.replace(/^sha256:/u, "") } as const);
  const isDigest = (digest.kind === "sha256" ? /^[0-9a-f]{64}$/u : /^[0-9a-f]{40}$/u).test(digest.hex);
  return type === "file" && isDigest ? [{ path, bytes: lfs?.size ?? size, digest }] : [];
}
