import { copyFileSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";

const OUT = resolve(import.meta.dirname, "../src/marsad/desk/static");

/** Files served as they are: MapLibre's worker (a module with one import of its own), the boundaries, the axe of the tests is not among them. */
const COPIED: [string, string][] = [
  ["maplibre-gl/dist/maplibre-gl-worker.mjs", "map/maplibre-gl-worker.mjs"],
  ["maplibre-gl/dist/maplibre-gl-shared.mjs", "map/maplibre-gl-shared.mjs"],
  ["world-atlas/countries-50m.json", "map/countries.json"],
];

function copied(): Plugin {
  return {
    name: "copied",
    closeBundle() {
      mkdirSync(resolve(OUT, "map"), { recursive: true });
      for (const [from, to] of COPIED) copyFileSync(resolve(import.meta.dirname, "node_modules", from), resolve(OUT, to));
    },
  };
}

export default defineConfig({
  base: "/static/",
  plugins: [copied()],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      input: resolve(import.meta.dirname, "src/desk.ts"),
      output: {
        entryFileNames: "desk.js",
        chunkFileNames: "[name].js",
        assetFileNames: (asset) => (asset.names?.[0]?.endsWith(".css") ? "[name][extname]" : "fonts/[name][extname]"),
      },
    },
  },
});
