import { InputError } from "@observatory/core";
import type { OnnxElementType, OnnxPort } from "@observatory/onnx";

/** What a graph takes and gives. */
export interface TowerPorts {
  readonly inputs: readonly OnnxPort[];
  readonly outputs: readonly OnnxPort[];
}

/** How a tower is run. */
export interface TowerPlan {
  readonly input: string;
  readonly type: OnnxElementType;
  readonly output: string;
  /** Rows of each run, whatever is in it: sums round differently at other sizes. */
  readonly rows: number;
  /** Of one row: `[3, size, size]` of an image tower, `[contextLength]` of a text tower. */
  readonly shape: readonly number[];
}

/** Plans an image tower for squares of `size` pixels. Throws InputError, with `file`, for a graph that takes anything else. */
export function planImageTower(
  ports: TowerPorts,
  { size, batch, file }: { readonly size: number; readonly batch: number; readonly file: string },
): TowerPlan {
  const input = onlyInput(ports, file);
  const shape = [3, size, size];
  if (input.type !== "float32" || !fits(input.dims, shape)) {
    throw new InputError(`${file} takes ${describe(input)}, not images of 3 x ${size} x ${size}`, {
      hint: "Set the size of the preparation to that of the graph.",
    });
  }
  return {
    input: input.name,
    type: input.type,
    output: findOutput(ports),
    rows: rowsOf(input, batch),
    shape,
  };
}

/**
 * Plans a text tower. The length of a caption is the graph's, where that is fixed, else `contextLength`. Throws
 * InputError, with `file`, where the two differ, where neither is there, and for a graph that takes anything but rows
 * of ids.
 */
export function planTextTower(
  ports: TowerPorts,
  {
    contextLength,
    batch,
    file,
  }: { readonly contextLength: number | undefined; readonly batch: number; readonly file: string },
): TowerPlan {
  const input = onlyInput(ports, file);
  const own = input.dims[1];
  const length = contextLength ?? (typeof own === "number" && own > 0 ? own : null);
  if (length === null) {
    throw new InputError(`${file} takes captions of any length and nothing says how long they are`, {
      hint: "Name a contextLength.",
    });
  }
  if ((input.type !== "int32" && input.type !== "int64") || !fits(input.dims, [length])) {
    throw new InputError(`${file} takes ${describe(input)}, not captions of ${length} token ids`, {
      hint: "Set the contextLength to that of the graph.",
    });
  }
  return {
    input: input.name,
    type: input.type,
    output: findOutput(ports),
    rows: rowsOf(input, batch),
    shape: [length],
  };
}

function onlyInput({ inputs }: TowerPorts, file: string): OnnxPort {
  const [input] = inputs;
  if (input !== undefined && inputs.length === 1) return input;
  throw new InputError(`${file} takes ${inputs.map(describe).join(" and ")}; a tower takes one thing`, {
    hint: "Export the image tower and the text tower as graphs of their own, each with one input.",
  });
}

/** Dimensions less the first; a free one fits anything. */
function fits(dims: OnnxPort["dims"], shape: readonly number[]): boolean {
  return (
    dims.length === shape.length + 1 &&
    shape.every((size, i) => typeof dims[i + 1] !== "number" || dims[i + 1] === size || dims[i + 1] === -1)
  );
}

function rowsOf({ dims }: OnnxPort, batch: number): number {
  const [fixed] = dims;
  return typeof fixed === "number" && fixed > 0 ? fixed : batch;
}

/** Exports name the vector so; others give it first. */
const outputNames = ["embedding", "image_embeds", "text_embeds", "pooler_output"];

function findOutput({ outputs }: TowerPorts): string {
  const named = outputNames.find((name) => outputs.some((output) => output.name === name));
  return named ?? outputs[0]?.name ?? "";
}

function describe({ name, type, dims }: OnnxPort): string {
  return `"${name}" (${type ?? "another type"} ${dims.map((dim) => (dim === -1 ? "?" : dim)).join(" x ")})`;
}
