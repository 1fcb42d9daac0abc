import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { promisify } from "node:util";
import { z } from "zod";

export const processIdentitySchema = z.strictObject({
  pid: z.number().int().positive(),
  /** When the process started, as the system tells it; null where it does not. Tells a reused pid from its earlier owner. */
  started: z.string().nullable(),
  host: z.string(),
});

/** Which process this is, among all that ever ran on a host. */
export type ProcessIdentity = z.infer<typeof processIdentitySchema>;

export async function identifyThisProcess(): Promise<ProcessIdentity> {
  return { pid: process.pid, started: await startOf(process.pid), host: hostname() };
}

/** Whether a process still runs; `unknown` for one on another host. */
export async function probeProcess(identity: ProcessIdentity): Promise<"alive" | "dead" | "unknown"> {
  if (identity.host !== hostname()) return "unknown";
  if (!exists(identity.pid)) return "dead";
  const started = await startOf(identity.pid);
  return identity.started === null || started === null || started === identity.started ? "alive" : "dead";
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

async function startOf(pid: number): Promise<string | null> {
  try {
    if (process.platform === "linux") {
      const [stat, boot] = await Promise.all([
        readFile(`/proc/${pid}/stat`, "utf8"),
        readFile("/proc/sys/kernel/random/boot_id", "utf8"),
      ]);
      // The second field is a name that may hold spaces and brackets; the start time is field 22 of proc(5).
      const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
      return ticks === undefined ? null : `${boot.trim()}/${ticks}`;
    }
    if (process.platform === "win32") return null;
    const { stdout } = await promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)]);
    return stdout.trim() || null;
  } catch {
    return null;
  }
}
