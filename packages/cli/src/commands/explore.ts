import type { Command } from "@commander-js/extra-typings";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";
import { openInBrowser } from "../terminal/open-in-browser.ts";
import { toTerminalText } from "../terminal/paint.ts";

const help = `
Only this machine can reach the page, unless --host says otherwise; it then takes a token, which is part of the printed
address. The connection is not encrypted: where others share the network, leave --host out and use a tunnel
(ssh -L 4870:127.0.0.1:4870 MACHINE). Ctrl-C ends it.

Examples:
  $ observatory explore my-run
  $ observatory explore june july my-benchmark --port 8080
  $ observatory explore my-run --no-open --json
  $ observatory explore my-run --host 0.0.0.0`;

export function addExplore(program: Command, context: CommandContext): void {
  program
    .command("explore")
    .description("Runs and benchmarks in the browser: the tree, the map, the numbers, the items.")
    .argument("<path...>", "run directories, copied release directories, benchmarks")
    .option("--port <n>", "where to listen; without it 4870 or the next that is free", wholeNumber(0))
    .option("--host <address>", "which address to listen on", "127.0.0.1")
    .option("--no-open", "do not open a browser")
    .option("--json", "the address and what is shown as JSON on standard output")
    .addHelpText("after", help)
    .action(async (paths, { port, host, open, json }) => {
      const { startExplorer } = await import("@observatory/explorer");
      const { signal, environment, paint } = context;
      const onFault = (error: unknown) => writeLines(context, [describeFault(error)]);
      const explorer = await startExplorer(paths, { port, host, signal, onFault });
      try {
        const { url, sources, needsToken } = explorer;
        if (json) writeJson(context, { url, sources });
        const shown = sources.map(({ title }) => toTerminalText(title)).join(", ");
        writeLines(context, [
          `${shown}: ${paint("cyan", url)}`,
          ...(needsToken ? ["Whoever has this address can look. The connection is not encrypted."] : []),
          "Ctrl-C ends it.",
        ]);
        // A token would stand in the list of processes.
        if (open && !needsToken && environment.opener) openInBrowser(url, environment.opener);
        await untilAsked(signal);
      } finally {
        await explorer.close();
      }
    });
}

/** Being interrupted is how this command is meant to end, so it is no error. */
function untilAsked(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function describeFault(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
