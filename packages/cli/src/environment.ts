import { availableParallelism, homedir } from "node:os";
import { join } from "node:path";

/** What the command takes from the process around it. The only file that reads the environment. */
export interface Environment {
  /** Whether standard error is a terminal that can redraw a line. */
  readonly live: boolean;
  readonly colour: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
  readonly threads: number;
  readonly workingDirectory: string;
  /** Whether a person can be asked. */
  readonly interactive: boolean;
  /** The program that opens an address in a browser, with its arguments before the address; null where there is none. */
  readonly opener: readonly [string, ...string[]] | null;
  /** Where models by name come from, and where they are kept. The token goes into requests and nowhere else. */
  readonly models: {
    readonly hub: string | undefined;
    readonly token: string | undefined;
    readonly cache: string;
  };
  /** Keys of providers. They go into requests and nowhere else. */
  readonly keys: { readonly anthropic: string | undefined; readonly openAi: string | undefined };
}

/** @param own variables that count besides those of the process, and before them */
export function readEnvironment(own: Readonly<Record<string, string>> = {}): Environment {
  const { stderr, stdin, stdout } = process;
  const env = { ...process.env, ...own };
  const live = stderr.isTTY && env["TERM"] !== "dumb" && env["CI"] === undefined;
  const forced = (env["FORCE_COLOR"] ?? "0") !== "0";
  const refused = (env["NO_COLOR"] ?? "") !== "";
  const colour = forced || (stdout.isTTY && stderr.isTTY && !refused);
  return {
    live,
    colour,
    columns: Math.max(40, stdout.columns ?? stderr.columns ?? 100),
    threads: availableParallelism(),
    workingDirectory: process.cwd(),
    interactive: live && stdin.isTTY,
    opener: live ? findOpener(env) : null,
    models: { hub: env["HF_ENDPOINT"], token: env["HF_TOKEN"], cache: join(findCache(env), "models") },
    keys: { anthropic: env["ANTHROPIC_API_KEY"], openAi: env["OPENAI_API_KEY"] },
  };
}

function findCache(env: NodeJS.ProcessEnv): string {
  const { OBSERVATORY_CACHE: own, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = env;
  return (
    own ??
    join(
      xdg ?? (process.platform === "win32" ? local : undefined) ?? join(homedir(), ".cache"),
      "observatory",
    )
  );
}

/** Only where the browser would appear in front of the one who asked: not over SSH, not without a screen. */
function findOpener(env: NodeJS.ProcessEnv): Environment["opener"] {
  const { platform } = process;
  if (env["SSH_CONNECTION"] !== undefined) return null;
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  return env["DISPLAY"] === undefined && env["WAYLAND_DISPLAY"] === undefined ? null : ["xdg-open"];
}
