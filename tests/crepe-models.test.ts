import { parseJson } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { resultsSchema, type Results } from "@observatory/crepe";
import { startTestHub, type TestHub, type TestHubOptions } from "@observatory/models/testing";
import { moveWeights } from "@observatory/onnx/testing";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { runObservatory, type CommandOptions } from "./support/observatory.ts";

const directory = createTemporaryDirectory();
afterAll(() => directory[Symbol.dispose]());
const at = (name: string) => join(directory.path, name);
const fixture = (name: string) =>
  fileURLToPath(new URL(`../packages/models/fixtures/${name}`, import.meta.url));

/** A folder of files from a fixture, by their new path, and of documents. */
function makeFolder(
  name: string,
  files: Readonly<Record<string, string>>,
  documents: Readonly<Record<string, object>> = {},
): string {
  for (const path of [...Object.keys(files), ...Object.keys(documents)])
    mkdirSync(dirname(at(`${name}/${path}`)), { recursive: true });
  for (const [path, source] of Object.entries(files)) cpSync(fixture(source), at(`${name}/${path}`));
  for (const [path, document] of Object.entries(documents))
    writeFileSync(at(`${name}/${path}`), JSON.stringify(document));
  return at(name);
}

/** As immich exports open_clip's SigLIP. */
const makeSigLip = () =>
  makeFolder(
    "siglip",
    {
      "visual/model.onnx": "tiny-siglip/image.onnx",
      "textual/model.onnx": "tiny-siglip/text.onnx",
      "textual/tokenizer.json": "tiny-siglip/tokenizer.json",
    },
    {
      "visual/preprocess_cfg.json": {
        size: [96, 96],
        mode: "RGB",
        mean: [0.5, 0.5, 0.5],
        std: [0.5, 0.5, 0.5],
        interpolation: "bicubic",
        resize_mode: "squash",
        fill_color: 0,
      },
      "textual/tokenizer_config.json": { pad_token: "</s>", model_max_length: 64 },
      "config.json": {
        embed_dim: 32,
        init_logit_bias: -10,
        custom_text: true,
        vision_cfg: { image_size: 96, timm_model_name: "vit_base_patch16_siglip_224" },
        text_cfg: { context_length: 64, tokenizer_kwargs: { clean: "canonicalize" } },
      },
    },
  );

const mobileGraphs = {
  "onnx/vision_model.onnx": "tiny-clip/visual/model.onnx",
  "onnx/text_model.onnx": "tiny-clip/textual/model.onnx",
  "tokenizer.json": "tiny-clip/textual/tokenizer.json",
} as const;

/** As MobileCLIP is exported: what its files are for stands nowhere in it. */
const makeMobileClip = () => makeFolder("mobile", mobileGraphs);

beforeAll(async () => {
  const flags = ["--world", "--set", "pairs", "--items", "8", "--out", at("bench")];
  expect(await runObservatory(["crepe", "generate", ...flags])).toMatchObject({ exitCode: 0 });
});

interface Evaluating extends CommandOptions {
  readonly hub?: Pick<TestHub, "url">;
  readonly flags?: readonly string[];
}

/** With a cache and results of its own, by name. */
function evaluate(own: string, scorers: readonly string[], options: Evaluating = {}) {
  const { hub, flags = [], environment, ...rest } = options;
  const where = [at("bench"), "--images", at("bench/images"), "--out", at(`${own}/out`)];
  return runObservatory(
    ["crepe", "evaluate", ...where, "--resamples", "20", "--threads", "1", "--scorer", ...scorers, ...flags],
    {
      environment: {
        HF_ENDPOINT: hub?.url ?? "http://127.0.0.1:9",
        HF_TOKEN: "",
        OBSERVATORY_CACHE: at(`${own}/cache`),
        ...environment,
      },
      ...rest,
    },
  );
}

function readResults(own: string, scorer: string): Results {
  const file = at(`${own}/out/results/${scorer.replaceAll("/", "%2F")}.json`);
  const json = parseJson(readFileSync(file, "utf8"));
  return resultsSchema.parse(json.ok ? json.value : null);
}

const scoresOf = ({ rows }: Results) =>
  rows.map(({ item, positive, negatives }) => ({ item, scores: [positive, ...negatives] }));

const startHub = (repositories: TestHubOptions["repositories"], rest: Partial<TestHubOptions> = {}) =>
  startTestHub({ repositories, ...rest });

describe("a model by its name", () => {
  test("SigLIP is fetched, kept and scored as its folder is", async () => {
    const name = "open_clip:ViT-B-16-SigLIP/webli";
    await using hub = await startHub({ "immich-app/ViT-B-16-SigLIP__webli": makeSigLip() });
    const first = await evaluate("siglip-run", [name, `onnx:${fixture("tiny-siglip")}`], { hub });
    expect([first.exitCode, first.stderr]).toEqual([0, expect.stringMatching(/8 scored, 0 lost/u)]);
    const named = readResults("siglip-run", "open_clip/ViT-B-16-SigLIP/webli");
    expect(named.scorer.details).toMatchObject({
      commit: hub.commit,
      listed: true,
      preparation: "bicubic squash 96",
      captions: "canonicalize, 64 tokens",
    });
    const own = readResults("siglip-run", "onnx/tiny-siglip");
    // The folder tells its scale and bias; of the model by name they are not known.
    expect(scoresOf(named)).toEqual(
      scoresOf(own).map(({ item, scores }) => ({
        item,
        scores: scores.map((score): unknown => expect.closeTo((score + 2.25) / 12.5, 6)),
      })),
    );
    const asked = hub.requests.length;
    const again = await evaluate("siglip-run", [name], { hub, flags: ["--seed", "2"] });
    expect([again.exitCode, hub.requests.length]).toEqual([0, asked]);
  });

  test("MobileCLIP is prepared as open_clip prepares it", async () => {
    const manifest = {
      schema: "observatory/dual-encoder@1",
      name: "mobile",
      image: {
        graph: "onnx/vision_model.onnx",
        size: 224,
        resize: "shortest",
        interpolation: "bilinear",
        mean: [0, 0, 0],
        std: [1, 1, 1],
      },
      text: {
        graph: "onnx/text_model.onnx",
        tokenizer: "tokenizer.json",
        contextLength: 77,
        pad: "!",
        clean: "lower",
      },
      activation: "gelu",
    };
    const own = makeFolder("mobile-own", mobileGraphs, { "model.json": manifest });
    await using hub = await startHub({ "Xenova/mobileclip_b": makeMobileClip() });
    const scorers = ["open_clip:MobileCLIP-B/datacompdr", `onnx:${own}`];
    expect(await evaluate("mobile-run", scorers, { hub })).toMatchObject({ exitCode: 0 });
    const named = readResults("mobile-run", "open_clip/MobileCLIP-B/datacompdr");
    expect(scoresOf(named)).toEqual(scoresOf(readResults("mobile-run", "onnx/mobile")));
    expect(named.scorer.details).toMatchObject({
      repository: "Xenova/mobileclip_b",
      preparation: "bilinear shortest 224",
    });
  });
});

describe("a transfer", () => {
  const name = "openai:ViT-B/32";
  const repository = "immich-app/ViT-B-32__openai";
  const graph = "visual/model.onnx";
  const folderOf = (own: string) => at(`${own}/cache/models/ViT-B-32__openai`);
  const filesOf = (own: string) => readdirSync(folderOf(own), { recursive: true }).map(String);
  const partialsOf = (own: string) => filesOf(own).filter((file) => file.endsWith(".partial"));
  const rangesOf = ({ requests }: TestHub) =>
    requests
      .filter(({ server, path }) => server === "store" && path.endsWith(graph))
      .map(({ range }) => range);
  const stalled = { on: graph, times: 1, fault: { kind: "stall", after: 70_000 } } as const;
  const clip = () => fixture("tiny-clip");

  /** Ends the command by SIGKILL when the bytes are there after which the hub says no more. */
  async function killInTheMiddle(own: string, hub: TestHub): Promise<void> {
    const killWhen = vi.waitFor(
      () => {
        const [partial = ""] = partialsOf(own);
        expect(statSync(join(folderOf(own), partial)).size).toBe(70_000);
      },
      { timeout: 30_000, interval: 20 },
    );
    const killed = await evaluate(own, [name], { hub, killWhen });
    await killWhen;
    expect(killed.signal).toBe("SIGKILL");
  }

  test("that was killed goes on at its byte, and gives what the folder gives", async () => {
    await using hub = await startHub({ [repository]: clip() }, { faults: [stalled] });
    await killInTheMiddle("killed", hub);
    const ran = await evaluate("killed", [name, `onnx:${clip()}`], { hub });
    expect([ran.exitCode, ran.stderr]).toEqual([0, expect.stringMatching(/1 files fetched/u)]);
    expect(rangesOf(hub)).toEqual([null, "bytes=70000-"]);
    expect(partialsOf("killed")).toEqual([]);
    expect(readFileSync(join(folderOf("killed"), graph)).equals(readFileSync(`${clip()}/${graph}`))).toBe(
      true,
    );
  });

  test("begins anew where the file is another since, and leaves nothing of the old one", async () => {
    await using before = await startHub({ [repository]: clip() }, { faults: [stalled] });
    await killInTheMiddle("changed", before);
    cpSync(clip(), at("changed-clip"), { recursive: true });
    // The description of a graph, which says nothing.
    const description = Buffer.from([0x32, 1, 0x78]);
    const changed = Buffer.concat([readFileSync(`${clip()}/${graph}`), description]);
    writeFileSync(at(`changed-clip/${graph}`), changed);
    await using since = await startHub({ [repository]: at("changed-clip") });
    expect(await evaluate("changed", [name], { hub: since })).toMatchObject({ exitCode: 0 });
    expect(rangesOf(since)).toEqual([null]);
    expect(readFileSync(join(folderOf("changed"), graph)).equals(changed)).toBe(true);
    expect(partialsOf("changed")).toEqual([]);
    expect(readResults("changed", "openai/ViT-B-32").scorer.details["commit"]).toBe(since.commit);
  });

  test("of other bytes than are listed keeps none of them and says so", async () => {
    const corrupt = { on: graph, fault: { kind: "corrupt" } } as const;
    await using hub = await startHub({ [repository]: clip() }, { faults: [corrupt] });
    const ran = await evaluate("corrupt", [name], { hub });
    expect([ran.exitCode, ran.stderr]).toEqual([
      4,
      expect.stringMatching(/visual\/model\.onnx is not the file that the hub lists\n.*sha256.*deleted/u),
    ]);
    expect(filesOf("corrupt").filter((file) => file.startsWith(graph))).toEqual([]);
  });
});

describe("what is wrong with a model is said before anything is scored", () => {
  const clip = fixture("tiny-clip");

  /** A copy of the tiny CLIP with something done to it. */
  function spoil(name: string, change: (folder: string) => void): string {
    const folder = at(`spoilt/${name}`);
    cpSync(clip, folder, { recursive: true });
    change(folder);
    return folder;
  }
  const cut = (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2));

  const folders: readonly [string, (folder: string) => void, RegExp][] = [
    [
      "a graph cut short",
      (folder) => cut(join(folder, "textual/model.onnx")),
      /textual\/model\.onnx cannot be loaded as an ONNX graph\n.*cut short/u,
    ],
    [
      "a graph that is missing",
      (folder) => rmSync(join(folder, "visual/model.onnx")),
      /visual\/model\.onnx cannot be read\n.*not complete/u,
    ],
    [
      "weights of a graph cut short",
      (folder) => {
        const path = join(folder, "visual/model.onnx");
        const { model, weights } = moveWeights(readFileSync(path), { location: "model.onnx_data" });
        writeFileSync(path, model);
        writeFileSync(`${path}_data`, weights.subarray(0, 1000));
      },
      /visual\/model\.onnx_data, which holds weights of .*, is cut short: 1000 of \d+ bytes\n/u,
    ],
    [
      "the tokenizer of another model",
      (folder) => cpSync(fixture("tiny-siglip/tokenizer.json"), join(folder, "textual/tokenizer.json")),
      /textual\/tokenizer\.json does not know the token "<\|endoftext\|>".*\n.*another model/u,
    ],
    [
      "a tokenizer without the token that fills up",
      (folder) => rmSync(join(folder, "textual/tokenizer_config.json")),
      /textual\/tokenizer_config\.json is not there.*\n.*Bring/u,
    ],
  ];
  test.each(folders)("%s", async (name, change, message) => {
    const folder = spoil(name, change);
    const ran = await evaluate(name, ["blind", `onnx:${folder}`]);
    expect([ran.exitCode, ran.stderr]).toEqual([3, expect.stringMatching(message)]);
    expect(existsSync(at(`${name}/out`))).toBe(false);
  });

  test("a file of a directory of models that is not as long as it was fetched", async () => {
    await using hub = await startHub({ "immich-app/ViT-B-32__openai": clip });
    expect(await evaluate("moved", ["openai:ViT-B/32"], { hub })).toMatchObject({ exitCode: 0 });
    const models = at("moved/cache/models");
    truncateSync(join(models, "ViT-B-32__openai/textual/tokenizer.json"), 5000);
    const flags = ["--models-dir", models];
    const ran = await evaluate("moved-again", ["blind", "openai:ViT-B/32"], { flags });
    expect([ran.exitCode, ran.stderr]).toEqual([
      3,
      expect.stringMatching(
        /tokenizer\.json has 5000 bytes, and 20384 by its download\.json.*\n.*Bring it again/u,
      ),
    ]);
    expect(existsSync(at("moved-again/out"))).toBe(false);
  });

  const names: readonly [string, string, Readonly<Record<string, string>>, number, RegExp][] = [
    ["a name that OpenAI has not", "openai:ViT-B/33", {}, 2, /names no model\n.*openai:ViT-B-32/u],
    ["a name without a tag", "open_clip:ViT-B-32", {}, 2, /names no model\n.*ViT-B-32\/laion400m_e31/u],
    [
      "a hub that cannot be reached",
      "openai:ViT-B/32",
      {},
      4,
      /cannot be reached.*\n.*HF_ENDPOINT.*--models-dir/u,
    ],
    [
      "an address that is none",
      "openai:ViT-B/32",
      { HF_ENDPOINT: "hub.example" },
      2,
      /hub\.example is not the address of a hub\n.*HF_ENDPOINT/u,
    ],
  ];
  test.each(names)("%s", async (name, scorer, environment, exitCode, message) => {
    const ran = await evaluate(name, ["blind", scorer], { environment });
    expect([ran.exitCode, ran.stderr]).toEqual([exitCode, expect.stringMatching(message)]);
    expect(existsSync(at(`${name}/out`))).toBe(false);
  });

  test("a name that is on no list and not on the hub", async () => {
    await using hub = await startHub({});
    const ran = await evaluate("unlisted", ["blind", "open_clip:ViT-B-32/nosuchtag"], { hub });
    expect([ran.exitCode, ran.stderr]).toEqual([
      2,
      expect.stringMatching(
        /has no immich-app\/ViT-B-32__nosuchtag; .* not in the list.*\n.*ViT-B-32\/laion/u,
      ),
    ]);
    expect(existsSync(at("unlisted/out"))).toBe(false);
  });
});
