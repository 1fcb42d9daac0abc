import { parseJson } from "@observatory/core";
import { settingsSchema } from "./settings.ts";
import { startTestProvider } from "./test-provider.ts";

/** How long a server that nobody ends stays. */
const lifetimeMs = 60 * 60 * 1000;

// A test provider as a process of its own: `node dist/testing/serve.js '{"apiKey":"k"}'` prints its URL on one line
// and serves until it is told to end, or for an hour.
const json = parseJson(process.argv[2] ?? "{}");
const settings = settingsSchema.safeParse(json.ok ? json.value : null);
if (settings.success) {
  const provider = await startTestProvider(settings.data);
  const end = (): void => void provider[Symbol.asyncDispose]().then(() => process.exit(0));
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  setTimeout(end, lifetimeMs).unref();
  process.stdout.write(`${provider.url}\n`);
} else {
  const [issue] = settings.error.issues;
  process.stderr.write(`bad options: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}\n`);
  process.exitCode = 2;
}
