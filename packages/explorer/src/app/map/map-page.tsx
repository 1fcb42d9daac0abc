import { useMemo } from "react";
import { layOutMap } from "../../shared/map/lay-out-map.ts";
import type { ClioPageProps } from "../clio/clio-page.ts";
import { EmptyState } from "../shell/states.tsx";
import { MapView } from "./map-view.tsx";

/** The clusters of a release in the plane: what is alike stands together. */
export function MapPage({ data, view, setView }: ClioPageProps) {
  const layout = useMemo(() => layOutMap(data), [data]);
  if (layout !== null) return <MapView data={data} layout={layout} view={view} setView={setView} />;
  return data.map === null ? (
    <EmptyState title="No map in this release">
      It was made before there were maps. Run <code>observatory clio run</code> again with the same{" "}
      <code>--out</code>: only the release is made anew.
    </EmptyState>
  ) : (
    <EmptyState title="Nothing on the map">No cluster of this release may be shown.</EmptyState>
  );
}
