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
    include: ["packages/*/src/**/*.test.ts", "tests/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A browser on a busy machine takes its time.
    expect: { poll: { timeout: 15_000 } },
  },
});
