import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { sha256, type ProgressEvent } from "@observatory/core";
import { describe, expect, test } from "vitest";
import { fixturePath } from "../dual-encoder/testing/reference.ts";
import { startTestHub, type HubFault, type TestHub, type TestHubOptions } from "../testing/index.ts";
import { fetchModel, type FetchModelOptions } from "./fetch-model.ts";
import { createHub, type HubOptions } from "./hub-client.ts";
import { resolveModel } from "./resolve-model.ts";

const source = resolveModel("openai", "ViT-B/32");
const tiny = { "immich-app/ViT-B-32__openai": fixturePath("tiny-clip") };
const graph = "visual/model.onnx";
const size = 200_900;

const startHub = (options: Partial<TestHubOptions> = {}) => startTestHub({ repositories: tiny, ...options });
const withFaults = (...faults: readonly HubFault[]) => startHub({ faults });

/** Fetches without waiting between tries; gives the waits that there would have been. */
async function fetchFrom(
  url: string,
  cache: string,
  options: Partial<FetchModelOptions> & Omit<HubOptions, "baseUrl"> = {},
): Promise<{ readonly waits: number[]; readonly directory: string; readonly commit: string }> {
  const waits: number[] = [];
  const hub = createHub({
    baseUrl: url,
    random: () => 0.5,
    sleep: async (ms) => void waits.push(ms),
    ...options,
  });
  const { directory, record } = await fetchModel(source, { hub, cache, ...options });
  return { waits, directory, commit: record.commit };
}

const pathsOf = ({ requests }: TestHub) => requests.map(({ server, path }) => `${server} ${path}`);
const rangesOf = ({ requests }: TestHub) =>
  requests.filter(({ server, path }) => server === "store" && path.endsWith(graph)).map(({ range }) => range);

async function expectWhole(directory: string): Promise<void> {
  for (const file of [
    graph,
    "textual/model.onnx",
    "textual/tokenizer.json",
    "visual/preprocess_cfg.json",
    "config.json",
  ])
    expect([
      file,
      (await readFile(join(directory, file))).equals(await readFile(fixturePath(`tiny-clip/${file}`))),
    ]).toEqual([file, true]);
  const left = await readdir(directory, { recursive: true });
  expect(left.filter((name) => name.endsWith(".partial"))).toEqual([]);
}

describe("fetching a model", () => {
  test("brings the files that are wanted and tells the bytes; the next time nothing is asked", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await startHub({ pageSize: 2 });
    const events: ProgressEvent[] = [];
    const { directory, commit } = await fetchFrom(hub.url, cache.path, {
      onEvent: (event) => events.push(event),
    });
    await expectWhole(directory);
    expect(commit).toBe(hub.commit);
    expect(events.at(0)).toMatchObject({ type: "stage-start", stage: "bytes of ViT-B-32__openai" });
    expect(events.at(-1)).toMatchObject({ type: "stage-end", counts: { "files fetched": 6 } });
    const asked = hub.requests.length;
    expect(await fetchFrom(hub.url, cache.path)).toMatchObject({ directory, commit });
    expect(hub.requests).toHaveLength(asked);
  });

  test("writes no path that the hub thinks of", async () => {
    using cache = createTemporaryDirectory();
    const listedToo = ["../outside.json", "/etc/observatory", "visual/../../up", "visual\\model.onnx"].map(
      (path) => ({
        path,
        size: 3,
      }),
    );
    await using hub = await startHub({ listedToo });
    const { directory } = await fetchFrom(hub.url, join(cache.path, "models"));
    await expectWhole(directory);
    expect(await readdir(cache.path)).toEqual(["models"]);
    expect(await readdir(join(cache.path, "models"))).toEqual(["ViT-B-32__openai"]);
    expect(pathsOf(hub).filter((path) => listedToo.some((lie) => path.includes(lie.path)))).toEqual([]);
  });

  test("brings one lost file of the same commit, and nothing else", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await startHub();
    const { directory } = await fetchFrom(hub.url, cache.path);
    await rm(join(directory, graph));
    const asked = hub.requests.length;
    await fetchFrom(hub.url, cache.path);
    await expectWhole(directory);
    expect(
      pathsOf(hub)
        .slice(asked)
        .filter((path) => path.startsWith("store")),
    ).toHaveLength(1);
    expect(pathsOf(hub).slice(asked)[0]).toContain(`/revision/${hub.commit}`);
  });

  test("sends the token to the hub and to nobody else", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await startHub({ token: "hf_secret" });
    const { directory } = await fetchFrom(hub.url, cache.path, { token: "hf_secret" });
    expect(new Set(hub.requests.map(({ server, authorization }) => `${server} ${authorization}`))).toEqual(
      new Set(["hub Bearer hf_secret", "store null"]),
    );
    const written = await readdir(directory, { recursive: true });
    for (const name of written.filter((one) => one.endsWith(".json")))
      expect(await readFile(join(directory, name), "utf8")).not.toContain("hf_secret");
  });
});

describe("a transfer that is cut", () => {
  test("goes on at once from where it was, by a part of the file", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await withFaults({ on: graph, times: 1, fault: { kind: "cut", after: 70_000 } });
    const { directory, waits } = await fetchFrom(hub.url, cache.path);
    await expectWhole(directory);
    expect(rangesOf(hub)).toEqual([null, expect.stringMatching(/^bytes=\d{4,}-$/u)]);
    expect(waits).toHaveLength(1);
  });

  test("goes on in a later call after an abort in the middle", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await withFaults({ on: graph, times: 1, fault: { kind: "cut", after: 70_000 } });
    const stop = new AbortController();
    const interrupted = fetchFrom(hub.url, cache.path, {
      sleep: async () => stop.abort(new Error("stopped")),
      signal: stop.signal,
    });
    await expect(interrupted).rejects.toThrow("stopped");
    const { directory } = await fetchFrom(hub.url, cache.path);
    await expectWhole(directory);
    expect(rangesOf(hub)).toEqual([null, expect.stringMatching(/^bytes=\d{4,}-$/u)]);
  });

  test("begins anew where the server gives no parts", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await withFaults(
      { on: graph, times: 1, fault: { kind: "cut", after: 70_000 } },
      { on: graph, times: 1, fault: { kind: "no-parts" } },
    );
    await expectWhole((await fetchFrom(hub.url, cache.path)).directory);
  });

  test.each([1000, size, size + 5])(
    "begins anew where the %i bytes that were kept are wrong",
    async (bytes) => {
      using cache = createTemporaryDirectory();
      await using hub = await startHub();
      const digest = sha256(await readFile(fixturePath(`tiny-clip/${graph}`)));
      const folder = join(cache.path, source.folder);
      await mkdir(join(folder, "visual"), { recursive: true });
      await writeFile(join(folder, `${graph}.${digest.slice(0, 16)}.partial`), Buffer.alloc(bytes));
      await expectWhole((await fetchFrom(hub.url, cache.path)).directory);
    },
  );

  test("is told where the file was changed on disk, and mended where it was cut", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await startHub();
    const { directory } = await fetchFrom(hub.url, cache.path);
    await truncate(join(directory, graph), size / 2);
    await expectWhole((await fetchFrom(hub.url, cache.path)).directory);
  });
});

describe("a hub that goes wrong", () => {
  const status = (on: string, code: number, headers?: Record<string, string>, times?: number): HubFault => ({
    on,
    ...(times === undefined ? {} : { times }),
    fault: { kind: "status", status: code, ...(headers === undefined ? {} : { headers }) },
  });

  test("is asked again, when it says, and not for ever", async () => {
    using cache = createTemporaryDirectory();
    await using passing = await withFaults(
      status("/revision/", 503, {}, 2),
      status(graph, 429, { "retry-after": "7" }, 1),
    );
    const { waits, directory } = await fetchFrom(passing.url, cache.path);
    await expectWhole(directory);
    expect(waits).toEqual([250, 500, 7250]);

    using other = createTemporaryDirectory();
    await using lasting = await withFaults(status("/revision/", 500));
    await expect(fetchFrom(lasting.url, other.path)).rejects.toMatchObject({
      code: "model",
      message: expect.stringMatching(/failed \(status 500\)/u),
    });
    expect(lasting.requests).toHaveLength(5);
  });

  test("is not waited for where it asks for an hour", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await withFaults(status("/tree/", 429, { "retry-after": "3600" }));
    await expect(fetchFrom(hub.url, cache.path)).rejects.toMatchObject({
      kind: "rate-limit",
      hint: expect.stringMatching(/HF_TOKEN/u),
    });
    expect(hub.requests).toHaveLength(2);
  });

  const lasting: readonly [string, readonly HubFault[], RegExp, RegExp][] = [
    [
      "sends other bytes",
      [{ on: graph, fault: { kind: "corrupt" } }],
      /visual\/model\.onnx is not the file that the hub lists/u,
      /--models-dir/u,
    ],
    [
      "sends bytes without end",
      [{ on: graph, fault: { kind: "endless" } }],
      /does not end after the 200900 bytes/u,
      /--models-dir/u,
    ],
    [
      "gives only to some",
      [status("/tree/", 403, { "x-error-code": "GatedRepo" })],
      /does not give immich-app\/ViT-B-32__openai to everyone/u,
      /HF_TOKEN/u,
    ],
    [
      "lost a file that it lists",
      [status(graph, 404)],
      /did not give immich-app\/ViT-B-32__openai\/visual\/model\.onnx/u,
      /--models-dir/u,
    ],
  ];
  test.each(lasting)("because it %s is told with the cure", async (_, faults, message, hint) => {
    using cache = createTemporaryDirectory();
    await using hub = await withFaults(...faults);
    const fetching = fetchFrom(hub.url, cache.path);
    await expect(fetching).rejects.toThrow(message);
    await expect(fetching).rejects.toMatchObject({ code: "model", hint: expect.stringMatching(hint) });
    expect(await stat(join(cache.path, source.folder, graph)).catch(() => null)).toBeNull();
  });

  test("lists a file longer than it is", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await startHub({ sizes: { [graph]: size + 9 } });
    await expect(fetchFrom(hub.url, cache.path)).rejects.toThrow(
      /did not give .*model\.onnx \(status 416\)/u,
    );
  });

  test("ends a file too early as if it were whole", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await withFaults({ on: graph, times: 1, fault: { kind: "short", after: 50_000 } });
    await expectWhole((await fetchFrom(hub.url, cache.path)).directory);
    expect(rangesOf(hub)).toEqual([null, "bytes=50000-"]);
  });

  test("says nothing: that ends too", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await withFaults({ on: "/revision/", fault: { kind: "hang" } });
    await expect(fetchFrom(hub.url, cache.path, { silenceMs: 20 })).rejects.toThrow(/says nothing any more/u);
  });

  test("is no hub at all", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await withFaults(status("/revision/", 200));
    await expect(fetchFrom(hub.url, cache.path)).rejects.toThrow(/not a hub's protocol/u);
  });

  test("does not know the model: names that come near are told", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await startHub();
    const client = createHub({ baseUrl: hub.url });
    const fetching = fetchModel(resolveModel("open_clip", "ViT-B-32/laion400m_e99"), {
      hub: client,
      cache: cache.path,
    });
    await expect(fetching).rejects.toMatchObject({
      code: "usage",
      message: expect.stringMatching(/has no immich-app\/ViT-B-32__laion400m_e99; .* not in the list/u),
      hint: expect.stringMatching(/open_clip:ViT-B-32\/laion400m_e3[12]/u),
    });
  });

  test("has a repository of something else", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await startHub({ repositories: { [source.repository]: fixturePath("tiny-siglip") } });
    await expect(fetchFrom(hub.url, cache.path)).rejects.toThrow(
      /no export of two towers: it has no .*visual\/model\.onnx/u,
    );
  });

  test("cannot be reached: there are two ways, and the cure is the same", async () => {
    using cache = createTemporaryDirectory();
    const hub = await startHub();
    await hub[Symbol.asyncDispose]();
    for (const url of [hub.url, "http://no-such-host.invalid"]) {
      await expect(fetchFrom(url, cache.path)).rejects.toMatchObject({
        kind: "connection",
        message: expect.stringMatching(/cannot be reached \((?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN)\)/u),
        hint: expect.stringMatching(/--models-dir DIR/u),
      });
    }
  });

  test("lists more than a model can have", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await startHub();
    await expect(fetchFrom(hub.url, cache.path, { mostBytes: 1000 })).rejects.toThrow(
      /no model of this kind/u,
    );
  });
});

test("two who fetch at once wait for each other by the lock, and fetch once", async () => {
  using cache = createTemporaryDirectory();
  await using hub = await startHub();
  let queue = Promise.resolve();
  const lock = async (): Promise<AsyncDisposable> => {
    const before = queue;
    let release = (): void => {};
    queue = new Promise((resolve) => (release = resolve));
    await before;
    return { [Symbol.asyncDispose]: async () => release() };
  };
  const both = await Promise.all([1, 2].map(() => fetchFrom(hub.url, cache.path, { lock })));
  await expectWhole(both[0]?.directory ?? "");
  expect(hub.requests.filter(({ server }) => server === "store")).toHaveLength(3);
});
