import { parseJson, StateError } from "@observatory/core";
import { randomBytes } from "node:crypto";
import { link, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { fileErrorCode, withFileErrors } from "../files/file-errors.ts";
import { temporaryPathFor } from "../files/temporary-files.ts";
import { identifyThisProcess, probeProcess, processIdentitySchema } from "./process-identity.ts";

const ownerSchema = processIdentitySchema.extend({ nonce: z.string().regex(/^[0-9a-f]{32}$/u) });
type LockOwner = z.infer<typeof ownerSchema>;

/**
 * Takes the lock file of a directory, or throws a StateError that names the living owner.
 *
 * The lock is a chain: `<path>` names an owner, `<path>.<nonce>` the one who took over from the owner with that nonce.
 * The last of the chain owns the lock. Links are made by link(2), which fails where one exists, so of all who find a
 * dead owner exactly one succeeds him; he then moves his name to `<path>` and removes the link. One who linked
 * to an owner that had meanwhile left the chain sees this when he walks it again, and starts over.
 */
export async function acquireLock(path: string): Promise<AsyncDisposable> {
  const owner: LockOwner = { ...(await identifyThisProcess()), nonce: randomBytes(16).toString("hex") };
  return await withFileErrors("lock", dirname(path), async () => {
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const chain = await walk(path);
      const last = chain.at(-1);
      if (last) await assertDead(last, path);
      const place = last ? `${path}.${last.nonce}` : path;
      if (!(await createExclusively(place, JSON.stringify(owner)))) continue;
      if ((await walk(path)).at(-1)?.nonce !== owner.nonce) {
        await rm(place, { force: true });
        continue;
      }
      if (place !== path) await rename(place, path);
      await removeLinks(path);
      return { [Symbol.asyncDispose]: () => release(path, owner) };
    }
    throw new StateError(`cannot lock ${dirname(path)}: many processes try at once`, {
      hint: "Run one command at a time.",
    });
  });
}

async function walk(path: string): Promise<LockOwner[]> {
  const chain: LockOwner[] = [];
  for (let place = path; ;) {
    const owner = await readOwner(place);
    if (!owner || chain.some(({ nonce }) => nonce === owner.nonce)) return chain;
    chain.push(owner);
    place = `${path}.${owner.nonce}`;
  }
}

async function readOwner(path: string): Promise<LockOwner | null> {
  try {
    const json = parseJson(await readFile(path, "utf8"));
    const owner = ownerSchema.safeParse(json.ok ? json.value : null);
    if (owner.success) return owner.data;
  } catch (error) {
    if (fileErrorCode(error) === "ENOENT") return null;
    throw error;
  }
  throw new StateError(`the lock ${path} is damaged`, {
    hint: "Delete this file if no other command uses the directory.",
  });
}

async function assertDead(owner: LockOwner, path: string): Promise<void> {
  const state = await probeProcess(owner);
  if (state === "dead") return;
  const where = state === "unknown" ? ` on the host ${owner.host}` : "";
  throw new StateError(`${dirname(path)} is in use by process ${owner.pid}${where}`, {
    hint:
      state === "unknown"
        ? `Wait until it ends; if it is gone for certain, delete ${path}.`
        : "Wait until it ends, or write to another directory.",
  });
}

/** Creates a file with its whole content at once; false where it exists. */
async function createExclusively(path: string, content: string): Promise<boolean> {
  const temporary = temporaryPathFor(path);
  try {
    await writeNew(temporary, content);
    await link(temporary, path);
    return true;
  } catch (error) {
    const code = fileErrorCode(error) ?? "";
    // ENOENT: the new owner, cleaning up, took the temporary file away.
    if (code === "EEXIST" || code === "ENOENT") return false;
    if (!withoutHardLinks.has(code)) throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  try {
    await writeNew(path, content);
    return true;
  } catch (error) {
    if (fileErrorCode(error) === "EEXIST") return false;
    throw error;
  }
}

async function writeNew(path: string, content: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function removeLinks(path: string): Promise<void> {
  const prefix = `${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    if (name.startsWith(prefix)) await rm(join(dirname(path), name), { force: true });
  }
}

async function release(path: string, owner: LockOwner): Promise<void> {
  const held = await readOwner(path);
  if (held?.nonce === owner.nonce) await rm(path, { force: true });
}

const maxAttempts = 100;
const withoutHardLinks = new Set(["ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);
