import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import OpenAI from "openai";
import { describe, expect, test } from "vitest";
import * as z from "zod";

const entry = fileURLToPath(new URL("../../dist/testing/serve.js", import.meta.url));
const statsSchema = z.looseObject({ calls: z.int(), answered: z.int() });

async function serve(options: object): Promise<AsyncDisposable & { readonly url: string }> {
  const child = spawn(process.execPath, [entry, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [url] = z
    .tuple([z.url()])
    .rest(z.unknown())
    .parse(await once(createInterface(child.stdout), "line"));
  return { url, [Symbol.asyncDispose]: () => end(child, "SIGTERM") };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const closed = once(child, "exit");
  child.kill(signal);
  await closed;
}

async function readStats(url: string): Promise<z.infer<typeof statsSchema>> {
  return statsSchema.parse(await (await fetch(`${url}/__stats`)).json());
}

function ask(url: string): Promise<OpenAI.ChatCompletion> {
  const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: "key", maxRetries: 0, timeout: 5_000 });
  return client.chat.completions.create({ model: "m", messages: [{ role: "user", content: "Hi" }] });
}

describe("the provider as a process", () => {
  test("prints its address, answers and tells what it did", async () => {
    await using provider = await serve({ apiKey: "key" });
    expect((await ask(provider.url)).choices).toHaveLength(1);
    expect(await readStats(provider.url)).toMatchObject({ calls: 1, answered: 1 });
  });

  test("takes other faults while it runs", async () => {
    await using provider = await serve({});
    const rules = [{ share: 1, kinds: ["server-error"], when: "always" }];
    const taken = await fetch(`${provider.url}/__faults`, { method: "POST", body: JSON.stringify(rules) });
    expect(await taken.json()).toEqual({ rules: 1 });
    await expect(ask(provider.url)).rejects.toMatchObject({ status: 500 });
    expect((await fetch(`${provider.url}/__faults`, { method: "POST", body: "[1]" })).status).toBe(400);
  });

  test("outlives a client that is killed in the middle of a call", async () => {
    await using provider = await serve({ faults: { share: 1, kinds: ["hang"], when: "first" } });
    const code = `fetch(${JSON.stringify(`${provider.url}/v1/chat/completions`)}, { method: "POST", body: ${JSON.stringify(JSON.stringify({ model: "m", messages: [{ role: "user", content: "Hi" }] }))} })`;
    const client = spawn(process.execPath, ["-e", code], { stdio: "ignore" });
    while ((await readStats(provider.url)).calls === 0);
    await end(client, "SIGKILL");
    expect((await ask(provider.url)).choices).toHaveLength(1);
    expect(await readStats(provider.url)).toMatchObject({ answered: 1, faults: { hang: 1 } });
  });

  test("says which option it does not know", async () => {
    const child = spawn(process.execPath, [entry, '{"port":"many"}'], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    const [[line], [code]] = await Promise.all([
      once(createInterface(child.stderr), "line"),
      once(child, "exit"),
    ]);
    expect([line, code]).toEqual([expect.stringMatching(/^bad options: port: /), 2]);
  });
});
