import { growthFacet, meanValue, readOverlayChoice } from "../../shared/overlay-colours.ts";
import { ViewLink } from "../routing/view-link.tsx";
import { ColourLegend } from "../ui/colour-legend.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import type { ClioPageProps } from "./clio-page.ts";
import styles from "./overlay-control.module.css";
import { useOverlay } from "./use-overlay.ts";

/** Chooses what colours the tree and the map, and says what the colours mean. Draws nothing where a release has no overlay. */
export function OverlayControl({ data, view, setView }: ClioPageProps) {
  const facets = data.overlays?.facets.filter(({ values }) => values.length > 0) ?? [];
  const hasGrowth = Object.values(data.timeline?.clusters ?? {}).some(({ growth }) => growth !== null);
  const choice = readOverlayChoice(data, view.parameters);
  const overlay = useOverlay(data, view);
  if (facets.length === 0 && !hasGrowth) return null;
  const facet = facets.find(({ name }) => name === choice?.facet);
  return (
    <div className={styles["control"]}>
      <div className={styles["choices"]}>
        <Select
          label="Colour by"
          value={choice?.facet ?? ""}
          options={[
            { value: "", text: "Nothing" },
            ...(hasGrowth ? [{ value: growthFacet, text: "Growth" }] : []),
            ...facets.map(({ name, title }) => ({ value: name, text: title })),
          ]}
          onChange={(name) => setView({ facet: name, value: "" })}
        />
        {facet === undefined || choice === null ? null : (
          <Select
            label={`Value of ${facet.title}`}
            isLabelHidden
            value={choice.value}
            options={[
              ...(facet.kind === "ordinal" ? [{ value: meanValue, text: "Mean" }] : []),
              ...facet.values.map(({ value }, index) => ({ value: String(index), text: value })),
            ]}
            onChange={(value) => setView({ value })}
          />
        )}
        {facet === undefined || choice === null || choice.value === meanValue ? null : (
          <Segmented
            label="Measure"
            value={choice.measure}
            options={[
              { value: "ratio", text: "against the rest", title: "How many times the share elsewhere" },
              { value: "share", text: "share", title: "Share of the cluster's conversations" },
            ]}
            onChange={(measure) => setView({ measure: measure === "ratio" ? "" : measure })}
          />
        )}
      </div>
      {overlay === null ? (
        choice === null ? null : (
          <p className={styles["meaning"]}>Too little is shown of this to colour by it.</p>
        )
      ) : (
        <div className={styles["legend"]}>
          <div className={styles["legendRow"]}>
            <ColourLegend scale={overlay.scale} ticks={overlay.ticks} label={overlay.title} />
            {choice?.value === meanValue ? null : (
              <ViewLink page="tree" change={{ cluster: "", list: "1" }} className={styles["list"]}>
                Where it stands out
              </ViewLink>
            )}
          </div>
          <p className={styles["meaning"]}>
            <bdi>{overlay.title}</bdi>: {overlay.meaning}.
          </p>
        </div>
      )}
    </div>
  );
}
