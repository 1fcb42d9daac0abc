import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** One script and one style sheet, so that the same build is served live and written into a single file. */
export default defineConfig({
  root: "src/app",
  base: "./",
  plugins: [react()],
  resolve: { conditions: ["source", "browser", "module", "import", "default"] },
  build: {
    outDir: "../../dist/page",
    emptyOutDir: true,
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      output: {
        codeSplitting: false,
        entryFileNames: "assets/page.js",
        assetFileNames: "assets/[name][extname]",
      },
    },
  },
});
