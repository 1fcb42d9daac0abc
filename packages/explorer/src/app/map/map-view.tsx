import { useCallback, useMemo, useState } from "react";
import type { Camera } from "../../shared/map/camera.ts";
import type { MapLayout } from "../../shared/map/lay-out-map.ts";
import { toMapSelection } from "../../shared/map/map-selection.ts";
import type { ClioPageProps } from "../clio/clio-page.ts";
import { useOverlay } from "../clio/use-overlay.ts";
import { MapSide } from "./map-side.tsx";
import { MapStage } from "./map-stage.tsx";
import styles from "./map.module.css";

/** The map and what stands beside it. */
export function MapView({ data, layout, view, setView }: ClioPageProps & { readonly layout: MapLayout }) {
  const { parameters } = view;
  const overlay = useOverlay(data, view);
  const id = parameters["cluster"];
  const selection = useMemo(() => toMapSelection(layout, data.map, id), [layout, data.map, id]);
  const [camera, setCamera] = useState<Camera | null>(null);
  const select = useCallback((id: string | null) => setView({ cluster: id ?? "" }), [setView]);
  return (
    <div className={styles["page"]}>
      <MapStage
        layout={layout}
        overlay={overlay}
        selection={selection}
        parameters={parameters}
        onSelect={select}
        setView={setView}
        onCamera={setCamera}
      />
      <MapSide
        data={data}
        layout={layout}
        view={view}
        setView={setView}
        overlay={overlay}
        selection={selection}
        camera={camera}
        onSelect={select}
      />
    </div>
  );
}
