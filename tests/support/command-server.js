// Runs commands of the built command line one after another: loading it takes longer than most of them.
import { readEnvironment } from "../../packages/cli/dist/environment.js";
import { runCommand } from "../../packages/cli/dist/run-command.js";
import { createPaint } from "../../packages/cli/dist/terminal/paint.js";

process.on("message", ({ id, args, environment: own }) => {
  const environment = readEnvironment(own);
  let stdout = "";
  let stderr = "";
  const context = {
    environment,
    paint: createPaint(environment.colour),
    readIn: async function* () {},
    writeOut: (text) => (stdout += text),
    writeError: (text) => (stderr += text),
    signal: new AbortController().signal,
  };
  void runCommand(args, context).then((exitCode) => process.send({ id, exitCode, stdout, stderr }));
});
