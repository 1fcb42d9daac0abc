import { useMemo } from "react";
import { createClusterIndex } from "../../shared/clio/cluster-index.ts";
import { formatCount, formatCountOf, formatShare, shorten } from "../../shared/format.ts";
import type { Camera } from "../../shared/map/camera.ts";
import { toFamilyColours } from "../../shared/map/family-colours.ts";
import { toFamilies, type MapLayout } from "../../shared/map/lay-out-map.ts";
import { findFamiliesAt, type MapSelection } from "../../shared/map/map-selection.ts";
import type { Overlay } from "../../shared/overlay-colours.ts";
import type { ClioPageProps } from "../clio/clio-page.ts";
import { OverlayControl } from "../clio/overlay-control.tsx";
import { ViewLink } from "../routing/view-link.tsx";
import { useTheme } from "../shell/use-theme.ts";
import styles from "./map.module.css";

export interface MapSideProps extends ClioPageProps {
  readonly layout: MapLayout;
  readonly overlay: Overlay | null;
  readonly selection: MapSelection | null;
  readonly camera: Camera | null;
  readonly onSelect: (id: string | null) => void;
}

/** Beside the map: what the colours mean, and the selected cluster or the families at the top. */
export function MapSide({ data, layout, view, setView, overlay, selection, camera, onSelect }: MapSideProps) {
  const around = camera === null || camera.zoom < 1.4 ? [] : findFamiliesAt(layout, camera);
  return (
    <div className={styles["side"]}>
      <div className={styles["overlay"]}>
        <OverlayControl data={data} view={view} setView={setView} />
      </div>
      {selection === null ? (
        <Families data={data} layout={layout} overlay={overlay} onSelect={onSelect} />
      ) : (
        <Selected data={data} overlay={overlay} selection={selection} onSelect={onSelect} />
      )}
      {selection !== null || around.length === 0 ? null : (
        <section className={styles["card"]} aria-label="Where you are">
          <h2 className={styles["heading"]}>In the middle of the map</h2>
          <ol className={styles["plainList"]}>
            {around.map(({ id, name, conversations }) => (
              <li key={id}>
                <ItemButton name={name} count={conversations} onClick={() => onSelect(id)} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

type Parts = Pick<MapSideProps, "data" | "overlay" | "onSelect">;

function Families({ data, layout, overlay, onSelect }: Parts & { readonly layout: MapLayout }) {
  const theme = useTheme();
  const colours = useMemo(() => toFamilyColours(layout, theme), [layout, theme]);
  const tops = useMemo(() => {
    const families = toFamilies(data.clusters.clusters);
    return data.clusters.clusters
      .filter(({ parent }) => parent === null)
      .map((cluster) => ({ ...cluster, family: families.get(cluster.id) ?? 0 }))
      .sort((a, b) => b.conversations - a.conversations)
      .slice(0, 40);
  }, [data]);
  return (
    <section className={styles["card"]} aria-labelledby="map-families">
      <h2 id="map-families" className={styles["heading"]}>
        Top clusters
      </h2>
      <ul className={styles["plainList"]}>
        {tops.map(({ id, name, conversations, family }) => (
          <li key={id}>
            <ItemButton
              name={name}
              count={conversations}
              colour={overlay === null ? colours[family] : undefined}
              onClick={() => onSelect(id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Selected({ data, overlay, selection, onSelect }: Parts & { readonly selection: MapSelection }) {
  const index = useMemo(() => createClusterIndex(data.clusters), [data]);
  const cluster = index.byId.get(selection.id);
  if (cluster === undefined) return null;
  const path = index.pathTo(cluster.id).slice(0, -1);
  const children = index.childrenOf(cluster.id);
  return (
    <section className={styles["card"]} aria-label="Selected cluster">
      {path.length === 0 ? null : (
        <ol className={styles["path"]} aria-label="Lies in">
          {path.map(({ id, name }) => (
            <li key={id}>
              <button type="button" className={styles["link"]} dir="auto" onClick={() => onSelect(id)}>
                {shorten(name, 60)}
              </button>
            </li>
          ))}
        </ol>
      )}
      <h2 className={styles["name"]} dir="auto">
        {cluster.name}
      </h2>
      <p className={styles["description"]} dir="auto">
        {cluster.description}
      </p>
      <dl className={styles["facts"]}>
        <dt>Conversations</dt>
        <dd>
          {formatCount(cluster.conversations)}{" "}
          <span className={styles["quiet"]}>{formatShare(cluster.share)}</span>
        </dd>
        <dt>Accounts</dt>
        <dd>{formatCount(cluster.accounts)}</dd>
        {overlay === null ? null : (
          <>
            <dt dir="auto">{shorten(overlay.title, 60)}</dt>
            <dd>{overlay.marks.get(cluster.id)?.text ?? "not shown"}</dd>
          </>
        )}
      </dl>
      <p className={styles["actions"]}>
        <ViewLink page="tree" change={{ cluster: cluster.id }}>
          All about it, in the tree
        </ViewLink>
        <button type="button" className={styles["link"]} onClick={() => onSelect(null)}>
          Clear
        </button>
      </p>
      <Items title="Made of" items={children} onSelect={onSelect} />
      <Items
        title="Near it"
        items={selection.neighbours.map(({ id }) => index.byId.get(id))}
        onSelect={onSelect}
      />
    </section>
  );
}

function Items({
  title,
  items,
  onSelect,
}: {
  readonly title: string;
  readonly items: readonly ({ id: string; name: string; conversations: number } | undefined)[];
  readonly onSelect: (id: string) => void;
}) {
  const shown = items.filter((item) => item !== undefined);
  if (shown.length === 0) return null;
  const most = 12;
  return (
    <>
      <h3 className={styles["heading"]}>{title}</h3>
      <ul className={styles["plainList"]}>
        {shown.slice(0, most).map(({ id, name, conversations }) => (
          <li key={id}>
            <ItemButton name={name} count={conversations} onClick={() => onSelect(id)} />
          </li>
        ))}
      </ul>
      {shown.length <= most ? null : (
        <p className={styles["quiet"]}>and {formatCountOf(shown.length - most, "more", "more")}</p>
      )}
    </>
  );
}

function ItemButton({
  name,
  count,
  colour,
  onClick,
}: {
  readonly name: string;
  readonly count: number;
  readonly colour?: string | undefined;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className={styles["item"]} onClick={onClick}>
      {colour === undefined ? null : (
        <span className={styles["swatch"]} style={{ background: colour }} aria-hidden="true" />
      )}
      <span className={styles["itemName"]} dir="auto" title={shorten(name, 300)}>
        {shorten(name, 120)}
      </span>
      <span className={styles["itemCount"]}>{formatCount(count)}</span>
    </button>
  );
}
