import { fork, spawn, type ChildProcess } from "node:child_process";
import { once } from "@observatory/core";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

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
  /** Sends SIGKILL once this is settled. */
  readonly killWhen?: Promise<void>;
  /** Sends this signal once the text on standard error holds `when`. */
  readonly interrupt?: { readonly signal: NodeJS.Signals; readonly when: string };
}

/**
 * Runs the built command and waits for its end: in a process of its own where it is to be killed or interrupted, else in one
 * that has the command loaded and runs one after another.
 */
export function runObservatory(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { environment, ...interruptions } = options;
  return Object.keys(interruptions).length === 0
    ? askServer(args, environment ?? {})
    : spawnObservatory(args, options);
}

/** Runs the built command as its user would, in a process of its own. */
export function spawnObservatory(
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
    void options.killWhen?.finally(() => child.kill("SIGKILL"));
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

const replySchema = z.object({
  id: z.number(),
  exitCode: z.number(),
  stdout: z.string(),
  stderr: z.string(),
});

const server = once(() => {
  const child = fork(fileURLToPath(new URL("command-server.js", import.meta.url)), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    // Those of the tests would make Node read the sources.
    execArgv: [],
  });
  // It must not keep the tests from ending, and ends with them.
  child.unref();
  child.channel?.unref();
  return child;
});
let asked = 0;

function askServer(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = server();
    const id = ++asked;
    const settle = (): void => {
      child.off("message", onMessage).off("exit", onExit);
    };
    const onMessage = (message: unknown): void => {
      const { id: answered, ...reply } = replySchema.parse(message);
      if (answered !== id) return;
      settle();
      resolve({ ...reply, signal: null });
    };
    const onExit = (): void => {
      settle();
      reject(new Error(`the process that runs commands ended during: ${args.join(" ")}`));
    };
    child.on("message", onMessage).on("exit", onExit);
    child.send({ id, args, environment });
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
