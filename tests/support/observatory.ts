import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../packages/cli/bin/observatory.js", import.meta.url));

export interface CommandResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  /** Variables that the command sees besides this process's. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Sends SIGKILL after so many milliseconds, if the command still runs. */
  readonly killAfterMs?: number;
  /** Sends this signal once the text on standard error holds `when`. */
  readonly interrupt?: { readonly signal: NodeJS.Signals; readonly when: string };
}

/** Runs the built command as its user would and waits for its end. */
export function runObservatory(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...options.environment },
    });
    const timer =
      options.killAfterMs === undefined ? null : setTimeout(() => child.kill("SIGKILL"), options.killAfterMs);
    let stdout = "";
    let stderr = "";
    let sent = false;
    child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
    child.stderr.on("data", (data: Buffer) => {
      stderr += data.toString();
      if (options.interrupt && !sent && stderr.includes(options.interrupt.when)) {
        sent = true;
        child.kill(options.interrupt.signal);
      }
    });
    child.on("error", reject);
    child.on("close", (exitCode, signal) => {
      if (timer) clearTimeout(timer);
      resolve({ exitCode, signal, stdout, stderr });
    });
  });
}

/** One hash over the names and bytes of every file of a run's release. */
export function hashRelease(run: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(join(run, "release")).toSorted()) {
    hash
      .update(name)
      .update("\0")
      .update(readFileSync(join(run, "release", name)));
  }
  return hash.digest("hex");
}
