import { useState } from "react";
import type { ShownItem } from "../../shared/crepe/shown-item.ts";
import styles from "./item-panel.module.css";

/** The image with the region that the caption is about; the boxes of its objects on demand. */
export function ItemImage({ item, url }: { readonly item: ShownItem; readonly url: string | null }) {
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null);
  const [isBroken, setIsBroken] = useState(false);
  const [isShown, setIsShown] = useState(false);
  const objects = (item.graph?.objects ?? []).filter(({ box }) => box !== null);
  if (url === null || isBroken) {
    return (
      <div className={styles["noImage"]}>
        {item.image.file === null
          ? "This source has no images: the item is its caption and graph."
          : `The image ${item.image.file} cannot be shown.`}
      </div>
    );
  }
  const { box } = item.image;
  return (
    <figure className={styles["image"]}>
      <div className={styles["frame"]}>
        <img
          src={url}
          alt={`Scene: ${item.caption}`}
          onLoad={({ currentTarget }) =>
            setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
          }
          onError={() => setIsBroken(true)}
        />
        {size === null || box === undefined ? null : (
          <svg className={styles["boxes"]} viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
            <path
              className={styles["outside"]}
              fillRule="evenodd"
              d={`M0 0H${size.width}V${size.height}H0ZM${box.x} ${box.y}v${box.height}h${box.width}v${-box.height}Z`}
            />
            <rect className={styles["crop"]} {...box} />
            {isShown
              ? objects.map(({ id, name, box: own }) =>
                  own === null ? null : (
                    <g key={id}>
                      <rect className={styles["object"]} {...own} />
                      <text
                        className={styles["objectName"]}
                        x={own.x + 3}
                        y={Math.max(own.y, 0) + size.height / 22}
                        fontSize={size.height / 22}
                      >
                        {name}
                      </text>
                    </g>
                  ),
                )
              : null}
          </svg>
        )}
      </div>
      <figcaption className={styles["imageNote"]}>
        {box === undefined
          ? "The caption is about the whole image."
          : "The frame is the region of the caption."}{" "}
        {objects.length === 0 || box === undefined ? null : (
          <button
            type="button"
            className={styles["plain"]}
            aria-pressed={isShown}
            onClick={() => setIsShown(!isShown)}
          >
            {isShown ? "Hide objects" : "Show objects"}
          </button>
        )}
      </figcaption>
    </figure>
  );
}
