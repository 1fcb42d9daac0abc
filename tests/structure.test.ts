import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";

/** Which packages each package may import. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  onnx: ["core"],
  numerics: ["core", "onnx"],
  models: ["core", "onnx"],
  store: ["core"],
  clio: ["core", "numerics", "store"],
  crepe: ["core", "numerics", "store"],
  explorer: ["core", "clio", "crepe"],
  cli: ["core", "onnx", "numerics", "models", "store", "clio", "crepe", "explorer"],
};

/** The files that hold the one permitted use of something that the rest must not touch. */
const onlyIn = {
  "JSON.parse(": ["packages/core/src/json.ts"],
  "process.env": ["packages/cli/src/environment.ts"],
} as const;

const packages = fileURLToPath(new URL("../packages/", import.meta.url));

/** Without `node_modules`, which optional peers are installed into. */
const packageNames = readdirSync(packages).filter((name) => existsSync(`${packages}${name}/package.json`));

const sources = packageNames.flatMap((name) =>
  readdirSync(`${packages}${name}/src`, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => ({
      path: `packages/${name}/src/${path}`,
      packageName: name,
      code: readFileSync(`${packages}${name}/src/${path}`, "utf8"),
      shipped: !path.includes(".test.") && !path.includes("testing/"),
    })),
);

const shipped = sources.filter((file) => file.shipped);

describe("the package graph", () => {
  test.each(Object.entries(mayImport))("%s imports only what stands below it", (name, below) => {
    const imported = sources
      .filter((file) => file.packageName === name)
      .flatMap((file) =>
        [...file.code.matchAll(/from "@observatory\/([a-z]+)/g)].map((match) => match[1] ?? ""),
      );
    expect([...new Set(imported)].filter((other) => other !== name && !below.includes(other))).toEqual([]);
  });

  test("every package is in the graph", () => {
    expect(packageNames.toSorted()).toEqual(Object.keys(mayImport).toSorted());
  });

  test("imports of other packages go through their exports", () => {
    expect(
      sources
        .filter((file) => /from "(?:\.\.\/)+(?:packages|[a-z]+\/src)\//.test(file.code))
        .map((f) => f.path),
    ).toEqual([]);
  });
});

describe("effects stand in one place", () => {
  test.each(Object.entries(onlyIn))("%s", (text, places) => {
    const users = shipped.filter(
      (file) => file.code.includes(text) && !places.some((place) => place === file.path),
    );
    expect(users.map((file) => file.path)).toEqual([]);
  });

  test("only the command touches process", () => {
    const users = shipped.filter(
      (file) => file.packageName !== "cli" && /\bprocess\.(?:env|argv|std|exit|cwd|on\()/.test(file.code),
    );
    expect(users.map((file) => file.path)).toEqual([]);
  });
});

test("no file grew past 400 lines", () => {
  expect(shipped.filter((file) => file.code.split("\n").length > 400).map((file) => file.path)).toEqual([]);
});

test("the lock file names what is optional for every platform, so that it installs on all of them", () => {
  const lock = z
    .object({
      packages: z.record(
        z.string(),
        z.object({ optionalDependencies: z.record(z.string(), z.string()).default({}) }),
      ),
    })
    .parse(JSON.parse(readFileSync(fileURLToPath(new URL("../package-lock.json", import.meta.url)), "utf8")));
  const places = Object.keys(lock.packages);
  const missing = Object.values(lock.packages)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies))
    .filter((name) => !places.some((place) => place.endsWith(`node_modules/${name}`)));
  expect(missing).toEqual([]);
});
