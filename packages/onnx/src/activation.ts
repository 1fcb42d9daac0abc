import { open } from "node:fs/promises";
import type { GraphOutline, OutlineNode } from "./graph-outline.ts";
import { toInitializer, toNode } from "./onnx-model.ts";
import { messageHeader, toBytes, toMessage, type ProtobufMessage } from "./protobuf.ts";

/**
 * What a graph applies between the layers of its transformer: `gelu` is `x/2 (1 + erf(x / sqrt 2))`, `quickgelu` is
 * `x / (1 + exp(-1.702 x))`. `none` where there is neither, as in the image tower of a ResNet.
 */
export type GraphActivation = "gelu" | "quickgelu" | "mixed" | "none";

/** Looks at the operators of a graph. An approximation of GELU by tanh counts as neither. */
export function findActivation({ nodes, scalars }: GraphOutline): GraphActivation {
  const products = new Map(
    nodes.filter(({ operator }) => operator === "Mul").map((node) => [node.outputs[0], node]),
  );
  const isQuick = ({ operator, inputs }: OutlineNode): boolean =>
    operator === "QuickGelu" ||
    (operator === "Sigmoid" && hasScalar(products.get(inputs[0]), { scalars, value: 1.702 }));
  const gelu = nodes.some(({ operator }) => operator === "Erf" || operator === "Gelu");
  const quick = nodes.some(isQuick);
  if (gelu) return quick ? "mixed" : "gelu";
  return quick ? "quickgelu" : "none";
}

/**
 * The bytes of a file in which GELU is replaced by QuickGELU, for weights that were trained with it and exported without.
 * Since `x / (1 + exp(-1.702 x)) = x/2 (1 + tanh(0.851 x))`, each `Erf` becomes `Tanh` and what scales its input
 * another constant; `Gelu` becomes three nodes. Null where a GELU is written in a way that is not known, and where
 * weights stand in files of their own.
 */
export async function restoreQuickGelu(path: string, outline: GraphOutline): Promise<Uint8Array | null> {
  const replacements = outline.weightFiles.size > 0 ? null : replaceNodes(outline);
  if (replacements === null) return null;
  const { graph, bytes } = outline;
  const parts: (ProtobufMessage | { readonly from: number; readonly to: number })[] = [];
  let at = graph.content;
  for (const { start, end, nodes } of replacements) {
    parts.push({ from: at, to: start }, toMessage(nodes.map(toNode)));
    at = end;
  }
  const constants = Object.entries(constantValues).map(([name, value]) =>
    toInitializer(name, { dims: [], data: Float32Array.of(value) }),
  );
  parts.push({ from: at, to: graph.end }, ...constants);
  const length = parts.reduce((sum, part) => sum + ("from" in part ? part.to - part.from : part.length), 0);
  return readParts(path, [
    { from: 0, to: graph.start },
    messageHeader(7, length),
    ...parts,
    { from: graph.end, to: bytes },
  ]);
}

const constantValues = {
  "observatory/quickgelu/divisor": 1 / 0.851,
  "observatory/quickgelu/factor": 0.851,
  "observatory/quickgelu/slope": 1.702,
} as const;

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly nodes: readonly { operator: string; inputs: readonly string[]; outputs: readonly string[] }[];
}

/** In the order of the file; null where some GELU cannot be replaced. */
function replaceNodes({ nodes, scalars }: GraphOutline): Replacement[] | null {
  const makers = new Map(nodes.flatMap((node) => node.outputs.map((output) => [output, node])));
  const replacements: Replacement[] = [];
  for (const { operator, inputs, outputs, start, end } of nodes) {
    const [input = ""] = inputs;
    if (operator === "Gelu") {
      const [slope, gate] = [`${input}/observatory/slope`, `${input}/observatory/gate`];
      const nodesOfGelu = [
        { operator: "Mul", inputs: [input, "observatory/quickgelu/slope"], outputs: [slope] },
        { operator: "Sigmoid", inputs: [slope], outputs: [gate] },
        { operator: "Mul", inputs: [input, gate], outputs },
      ];
      replacements.push({ start, end, nodes: nodesOfGelu });
    } else if (operator === "Erf") {
      const scaled = makers.get(input);
      const divides = scaled?.operator === "Div" && hasScalar(scaled, { scalars, value: Math.SQRT2 });
      const multiplies = scaled?.operator === "Mul" && hasScalar(scaled, { scalars, value: Math.SQRT1_2 });
      if (scaled === undefined || (!divides && !multiplies)) return null;
      const constant = divides ? "observatory/quickgelu/divisor" : "observatory/quickgelu/factor";
      const scaledInputs = scaled.inputs.map((name) => (scalars.has(name) ? constant : name));
      replacements.push({ ...scaled, nodes: [{ ...scaled, inputs: scaledInputs }] });
      replacements.push({ start, end, nodes: [{ operator: "Tanh", inputs, outputs }] });
    }
  }
  return replacements.toSorted((a, b) => a.start - b.start);
}

function hasScalar(
  node: OutlineNode | undefined,
  { scalars, value }: { readonly scalars: GraphOutline["scalars"]; readonly value: number },
): boolean {
  return node?.inputs.some((name) => Math.abs((scalars.get(name) ?? 0) - value) < 1e-4) ?? false;
}

/** Joins new bytes and ranges of a file, each range read to where it will stand. */
async function readParts(
  path: string,
  parts: readonly (ProtobufMessage | { readonly from: number; readonly to: number })[],
): Promise<Uint8Array> {
  const length = parts.reduce((sum, part) => sum + ("from" in part ? part.to - part.from : part.length), 0);
  const joined = new Uint8Array(length);
  const file = await open(path);
  try {
    let at = 0;
    for (const part of parts) {
      if (!("from" in part)) {
        joined.set(toBytes(part), at);
        at += part.length;
        continue;
      }
      for (let from = part.from; from < part.to;) {
        const { bytesRead } = await file.read(joined, at, Math.min(part.to - from, 1 << 30), from);
        if (bytesRead === 0) throw new RangeError("the file became shorter");
        from += bytesRead;
        at += bytesRead;
      }
    }
  } finally {
    await file.close();
  }
  return joined;
}
