import { formatCountOf } from "../../shared/format.ts";
import type { Bubble } from "../../shared/map/lay-out-map.ts";
import type { Point } from "../../shared/map/outline-circles.ts";
import type { Overlay } from "../../shared/overlay-colours.ts";
import type { ElementSize } from "../ui/use-element-size.ts";
import styles from "./map.module.css";

export interface MapTooltipProps {
  readonly bubble: Bubble | undefined;
  readonly point: Point;
  readonly size: ElementSize;
  readonly overlay: Overlay | null;
}

/** What the pointer is at. Not for screen readers: the list says the same. */
export function MapTooltip({ bubble, point, size, overlay }: MapTooltipProps) {
  if (bubble === undefined) return null;
  const isLeft = point.x > size.width / 2;
  const isAbove = point.y > size.height / 2;
  const style = {
    ...(isLeft ? { right: size.width - point.x + 14 } : { left: point.x + 14 }),
    ...(isAbove ? { bottom: size.height - point.y + 14 } : { top: point.y + 14 }),
  };
  return (
    <div className={styles["tooltip"]} style={style} aria-hidden="true">
      <div className={styles["tooltipName"]} dir="auto">
        {bubble.name.slice(0, 300)}
      </div>
      <div>{formatCountOf(bubble.conversations, "conversation")}</div>
      {overlay === null ? null : (
        <div>
          <bdi>{overlay.title.slice(0, 80)}</bdi>:{" "}
          <strong>{overlay.marks.get(bubble.id)?.text ?? "not shown"}</strong>
        </div>
      )}
    </div>
  );
}
