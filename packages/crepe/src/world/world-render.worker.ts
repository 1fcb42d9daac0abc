import { serveTasks } from "@observatory/core";
import { renderScene } from "./render-scene.ts";

serveTasks<readonly string[], readonly Uint8Array[]>((svgs) => svgs.map((svg) => renderScene({ svg })));
