import type { ServedPart } from "./hub-fault.ts";
import { toGitDigest, type HubContent, type HubContentFile } from "./hub-content.ts";

/** What is asked of a hub or its store. */
export interface HubQuestion {
  /** With the query, decoded. */
  readonly path: string;
  readonly authorization: string | null;
  /** The first byte that is wanted. */
  readonly from: number;
}

/** What to answer: a part of a file, or a status with perhaps a text. */
export interface HubAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | ServedPart;
}

export interface HubAnswerOptions {
  /** Where large files are. */
  readonly storeUrl: string;
  /** Repositories that are given only to those who have this token. */
  readonly token?: string;
  /** What listings tell beyond the files that there are. */
  readonly listedToo?: readonly { readonly path: string; readonly size: number }[];
  /** Sizes that listings tell in place of the true ones. */
  readonly sizes?: Readonly<Record<string, number>>;
  /** Files of one page of a listing; all unless told. */
  readonly pageSize?: number;
}

/** What the hub answers: the commit of a revision, a page of a listing, a small file or where a large one is. */
export function answerAsHub(
  question: HubQuestion,
  content: HubContent,
  options: HubAnswerOptions,
): HubAnswer {
  const { repository, what, revision, file, cursor } = readRoute(question.path);
  const files = content.repositories.get(repository);
  const isAllowed = options.token === undefined || question.authorization === `Bearer ${options.token}`;
  if (files === undefined || !isAllowed)
    return refuse(question.authorization === null ? 401 : 404, "RepoNotFound");
  if (revision !== "main" && revision !== content.commit) return refuse(404, "RevisionNotFound");
  switch (what) {
    case "revision":
      return toJson({ id: repository, sha: content.commit });
    case "tree":
      return toListing(files, { ...options, cursor, path: `/api/models/${repository}/tree/${revision}` });
    default:
      return toFile(files.get(file), { ...options, ...question, file, commit: content.commit });
  }
}

/** What the store answers: a large file by its SHA-256. */
export function answerAsStore({ path, from }: HubQuestion, { repositories }: HubContent): HubAnswer {
  const digest = path.split("/")[1];
  const file = [...repositories.values()]
    .flatMap((files) => [...files.values()])
    .find((one) => one.isLarge && one.digest === digest);
  if (file === undefined) return { status: 404, headers: {}, body: "" };
  return { status: 200, headers: {}, body: { bytes: file.bytes, from } };
}

interface Route {
  readonly repository: string;
  readonly what: string;
  readonly revision: string;
  readonly file: string;
  /** Of a listing: the file at which its page begins. */
  readonly cursor: number;
}

function readRoute(path: string): Route {
  const { pathname, searchParams } = new URL(path, "http://hub");
  const [, repository = "", what = "", revision = "", file = ""] =
    /^\/(?:api\/models\/)?([^/]+\/[^/]+)\/(revision|tree|resolve)\/([^/]+)(?:\/(.+))?$/u.exec(pathname) ?? [];
  return { repository, what, revision, file, cursor: Number(searchParams.get("cursor") ?? 0) };
}

function toListing(
  files: ReadonlyMap<string, HubContentFile>,
  {
    path,
    cursor,
    listedToo = [],
    sizes,
    pageSize,
  }: HubAnswerOptions & { readonly path: string; readonly cursor: number },
): HubAnswer {
  const entries = [
    ...[...files].map(([name, file]) => toEntry(name, file, sizes?.[name] ?? file.bytes.length)),
    ...listedToo.map((lie) => ({ type: "file", ...lie, oid: toGitDigest(Buffer.from(lie.path)) })),
  ];
  const end = cursor + (pageSize ?? entries.length);
  const next = `<${path}?recursive=true&cursor=${end}>; rel="next"`;
  return toJson(entries.slice(cursor, end), end < entries.length ? { link: next } : {});
}

function toEntry(path: string, { bytes, digest, isLarge }: HubContentFile, size: number): object {
  const entry = { type: "file", path, size, oid: toGitDigest(bytes) };
  return isLarge ? { ...entry, lfs: { oid: digest, size, pointerSize: 130 } } : entry;
}

function toFile(
  found: HubContentFile | undefined,
  {
    storeUrl,
    file,
    from,
    commit,
  }: HubAnswerOptions & HubQuestion & { readonly file: string; readonly commit: string },
): HubAnswer {
  if (found === undefined) return refuse(404, "EntryNotFound");
  const { bytes, digest, isLarge } = found;
  const about = { "x-repo-commit": commit };
  if (!isLarge) return { status: 200, headers: { ...about, etag: `"${digest}"` }, body: { bytes, from } };
  const headers = {
    ...about,
    location: `${storeUrl}/${digest}/${file}`,
    "x-linked-etag": `"${digest}"`,
    "x-linked-size": String(bytes.length),
  };
  return { status: 302, headers, body: "" };
}

function refuse(status: number, code: string): HubAnswer {
  return { status, headers: { "x-error-code": code }, body: "" };
}

function toJson(value: unknown, headers: Readonly<Record<string, string>> = {}): HubAnswer {
  return {
    status: 200,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(value),
  };
}
