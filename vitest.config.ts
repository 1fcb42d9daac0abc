import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    conditions: ["source"],
    alias: [
      {
        find: /^fast-check$/,
        replacement: fileURLToPath(new URL("tests/support/seeded-fast-check.ts", import.meta.url)),
      },
    ],
  },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A browser on a busy machine takes its time.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "code",
          include: ["packages/*/src/**/*.test.ts", "tests/*.test.ts"],
          // No module keeps state that a test could leave behind, and dictionaries and runtimes take long to load.
          isolate: false,
        },
      },
      // A browser ends with its file.
      { extends: true, test: { name: "browser", include: ["tests/browser/**/*.test.ts"] } },
    ],
  },
});
