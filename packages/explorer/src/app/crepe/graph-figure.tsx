import type { SceneGraph } from "@observatory/crepe/release";
import { useId, useMemo } from "react";
import { layOutGraph } from "../../shared/crepe/graph-layout.ts";
import { shorten } from "../../shared/format.ts";
import { ChartFrame } from "../ui/chart-frame.tsx";
import styles from "./graph-figure.module.css";

/** The scene graph as boxes and labelled arrows, and the same in words. */
export function GraphFigure({ id, graph }: { readonly id: string; readonly graph: SceneGraph }) {
  const arrow = useId();
  const { left, top, width, height, nodes, edges } = useMemo(() => layOutGraph(graph), [graph]);
  const sentences = useMemo(() => toSentences(graph), [graph]);
  return (
    <div className={styles["figure"]}>
      <ChartFrame title="Scene graph" fileName={`Scene graph of ${id}`}>
        <svg
          className={styles["svg"]}
          viewBox={`${left} ${top} ${width} ${height}`}
          style={{ maxWidth: width }}
          role="img"
          aria-label={`Scene graph: ${sentences.join("; ")}`}
        >
          <defs>
            <marker
              id={arrow}
              viewBox="0 0 8 8"
              refX="6"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              orient="auto"
            >
              <path className={styles["tip"]} d="M0 0.5 7 4 0 7.5Z" />
            </marker>
          </defs>
          {edges.map(({ subject, predicate, object, path }) => (
            <path
              key={JSON.stringify([subject, predicate, object])}
              className={styles["edge"]}
              d={path}
              markerEnd={`url(#${arrow})`}
            />
          ))}
          {nodes.map(({ id, name, attributes, x, y, width: w, height: h }) => (
            <g key={id}>
              <rect className={styles["node"]} x={x - w / 2} y={y - h / 2} width={w} height={h} rx="7" />
              <text className={styles["name"]} x={x} y={y - h / 2 + 18}>
                {name}
              </text>
              {attributes.map((line, i) => (
                <text key={line} className={styles["attribute"]} x={x} y={y - h / 2 + 33 + 15 * i}>
                  {line}
                </text>
              ))}
            </g>
          ))}
          {edges.map(({ subject, predicate, object, labelX, labelY }) => (
            <text
              key={JSON.stringify([subject, predicate, object])}
              className={styles["label"]}
              x={labelX}
              y={labelY}
            >
              {shorten(predicate, 30)}
            </text>
          ))}
        </svg>
      </ChartFrame>
      <details className={styles["words"]}>
        <summary>In words</summary>
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence} dir="auto">
              {sentence}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** Each object with its attributes, then each relation; objects of one name are numbered. */
function toSentences({ objects, relations }: SceneGraph): readonly string[] {
  const nameOf = (id: string): string => {
    const own = objects.find((object) => object.id === id);
    const same = objects.filter(({ name }) => name === own?.name);
    const name = own?.name ?? id;
    return same.length < 2 ? name : `${name} ${same.findIndex((object) => object.id === id) + 1}`;
  };
  return [
    ...objects.map(({ id, attributes }) =>
      attributes.length === 0 ? nameOf(id) : `${nameOf(id)}: ${attributes.join(", ")}`,
    ),
    ...relations.map(
      ({ subject, predicate, object }) => `${nameOf(subject)} – ${predicate} – ${nameOf(object)}`,
    ),
  ];
}
