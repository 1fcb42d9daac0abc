import { toMapSvg } from "../../shared/map/map-svg.ts";
import { DownloadMenu } from "../ui/download-menu.tsx";
import { saveFile } from "../ui/save-file.ts";
import { drawMap } from "./draw-map.ts";
import type { MapEngine } from "./map-engine.ts";
import styles from "./map.module.css";

/** Buttons on the map: in, out, all of it, and to take it along. */
export function MapControls({ engine }: { readonly engine: MapEngine | null }) {
  return (
    <>
      <div className={styles["controls"]} role="group" aria-label="Zoom">
        <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => zoom(engine, 1.6)}>
          <Sign path="M12 6v12M6 12h12" />
        </button>
        <button
          type="button"
          aria-label="Zoom out"
          title="Zoom out (−)"
          onClick={() => zoom(engine, 1 / 1.6)}
        >
          <Sign path="M6 12h12" />
        </button>
        <button
          type="button"
          aria-label="Show the whole map"
          title="Show the whole map (0)"
          onClick={() => engine?.fit()}
        >
          <Sign path="M5 9.500V5h4.500M14.500 5H19v4.500M19 14.500V19h-4.500M9.500 19H5v-4.500" />
        </button>
      </div>
      <div className={styles["download"]}>
        <DownloadMenu
          label="map"
          actions={[
            { title: "Download SVG", done: "SVG saved.", run: () => saveSvg(engine) },
            { title: "Download PNG", done: "PNG saved.", run: () => savePng(engine) },
          ]}
        />
      </div>
    </>
  );
}

function zoom(engine: MapEngine | null, factor: number): void {
  engine?.zoom(factor, undefined, { isGradual: true });
}

function saveSvg(engine: MapEngine | null): void {
  const { scene, camera } = engine ?? {};
  if (scene === null || scene === undefined || camera === null || camera === undefined) return;
  saveFile("map.svg", "image/svg+xml", toMapSvg(scene, camera, document.title));
}

// Drawn anew in twice the pixels, without what the pointer is at.
async function savePng(engine: MapEngine | null): Promise<void> {
  const { scene, camera } = engine ?? {};
  if (scene === null || scene === undefined || camera === null || camera === undefined) return;
  const ratio = 2;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(scene.frame.width * ratio);
  canvas.height = Math.round(scene.frame.height * ratio);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser gives no canvas");
  drawMap(context, scene, camera, { hovered: null, active: null }, ratio);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("this browser writes no PNG");
  saveFile("map.png", "image/png", blob);
}

function Sign({ path }: { readonly path: string }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <path d={path} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
