import { InputError } from "@observatory/core";
import { open, type FileHandle } from "node:fs/promises";
import { readFields, toText, type ProtobufField } from "./protobuf-reader.ts";

/** A node of a graph and where its field stands in the file. */
export interface OutlineNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** What an `.onnx` file holds, but for its weights. */
export interface GraphOutline {
  /** Where the graph's field stands in the file: its tag, then its content. */
  readonly graph: { readonly start: number; readonly content: number; readonly end: number };
  /** Size of the file. */
  readonly bytes: number;
  readonly nodes: readonly OutlineNode[];
  /** Constants of one float, by name. */
  readonly scalars: ReadonlyMap<string, number>;
  /** Files of weights by their path from its folder, and how many bytes of each it needs. */
  readonly weightFiles: ReadonlyMap<string, number>;
}

/** Tensors beyond this many bytes are weights, and skipped. */
const largestScalar = 1024;

/** Reads the outline of an `.onnx` file without its weights. Throws InputError, with the file, for one that is none or cut short. */
export async function readGraphOutline(path: string): Promise<GraphOutline> {
  const file = await open(path).catch((cause: unknown) => {
    throw new InputError(`${path} cannot be read`, { cause, hint: "The folder is not complete." });
  });
  try {
    const { size } = await file.stat();
    const outline = await readModel(createWindow(file, size), size);
    if (outline !== null) return outline;
  } finally {
    await file.close();
  }
  throw new InputError(`${path} cannot be loaded as an ONNX graph`, {
    hint: "It may be cut short: compare its size with the original's, or fetch it again.",
  });
}

/** Some bytes of the file; fewer at its end. */
type Window = (offset: number, length: number) => Promise<Uint8Array>;

function createWindow(file: FileHandle, size: number): Window {
  let from = 0;
  let held = new Uint8Array();
  return async (offset, length) => {
    const wanted = Math.min(length, size - offset);
    if (offset < from || offset + wanted > from + held.length) {
      held = new Uint8Array(Math.min(Math.max(wanted, 1 << 16), size - offset));
      from = offset;
      for (let done = 0; done < held.length;) {
        const { bytesRead } = await file.read(held, done, held.length - done, offset + done);
        if (bytesRead === 0) throw new RangeError("the file became shorter");
        done += bytesRead;
      }
    }
    return held.subarray(offset - from, offset - from + wanted);
  };
}

interface PlacedField {
  readonly field: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

/** The fields of a message that stands in the file, without their contents; null where they do not fit into it. */
async function placeFields(
  window: Window,
  { content, end }: { readonly content: number; readonly end: number },
): Promise<PlacedField[] | null> {
  const fields: PlacedField[] = [];
  for (let start = content; start < end;) {
    // A tag and a length take 20 bytes at most.
    const [head] = readFields(await window(start, 20), { headOnly: true });
    if (head === undefined || start + head.end > end) return null;
    fields.push({ field: head.field, start, content: start + head.content, end: start + head.end });
    start += head.end;
  }
  return fields;
}

async function readModel(window: Window, size: number): Promise<GraphOutline | null> {
  const model = await placeFields(window, { content: 0, end: size });
  const graph = model?.find(({ field }) => field === 7);
  const fields = graph === undefined ? null : await placeFields(window, graph);
  if (graph === undefined || fields === null) return null;

  const nodes: OutlineNode[] = [];
  const scalars = new Map<string, number>();
  const weightFiles = new Map<string, number>();
  for (const { field, start, content, end } of fields) {
    if (field === 1) {
      const node = readNode(await window(content, end - content));
      nodes.push({ ...node, start, end });
      if (node.scalar !== null) scalars.set(node.outputs[0] ?? "", node.scalar);
    } else if (field === 5 && end - content <= largestScalar) {
      const tensor = readTensor(await window(content, end - content));
      if (tensor.value !== null) scalars.set(tensor.name, tensor.value);
      if (tensor.external !== null) {
        const { location, end: needed } = tensor.external;
        weightFiles.set(location, Math.max(needed, weightFiles.get(location) ?? 0));
      }
    }
  }
  return { graph, bytes: size, nodes, scalars, weightFiles };
}

function readNode(
  bytes: Uint8Array,
): Omit<OutlineNode, "start" | "end"> & { readonly scalar: number | null } {
  const fields = [...readFields(bytes)];
  const [constant] = fields.filter(({ field }) => field === 5).flatMap(({ bytes: own }) => findTensor(own));
  const operator = textsOf(fields, 4)[0] ?? "";
  return {
    operator,
    inputs: textsOf(fields, 1),
    outputs: textsOf(fields, 2),
    scalar: operator === "Constant" && constant !== undefined ? readTensor(constant).value : null,
  };
}

/** The tensor of an attribute, where it is one and small. */
function findTensor(attribute: Uint8Array): Uint8Array[] {
  return [...readFields(attribute)]
    .filter(({ field, bytes }) => field === 5 && bytes.length <= largestScalar)
    .map(({ bytes }) => bytes);
}

function readTensor(bytes: Uint8Array): {
  readonly name: string;
  readonly value: number | null;
  readonly external: ExternalData | null;
} {
  const fields = [...readFields(bytes)];
  const isFloat = fields.some(({ field, integer }) => field === 2 && integer === 1);
  // Raw bytes, or packed or single numbers.
  const data = fields.find(({ field, bytes: own }) => (field === 9 || field === 4) && own.length === 4);
  return {
    name: textsOf(fields, 8)[0] ?? "",
    value: isFloat && data !== undefined ? readFloat(data.bytes) : null,
    external: fields.some(({ field, integer }) => field === 14 && integer === 1)
      ? readExternal(fields)
      : null,
  };
}

/** Where the bytes of a tensor stand in a file of their own. */
interface ExternalData {
  readonly location: string;
  /** 0 where their number is not said. */
  readonly end: number;
}

function readExternal(fields: readonly ProtobufField[]): ExternalData {
  const entries = new Map(
    fields
      .filter(({ field }) => field === 13)
      .map(({ bytes }) => [...readFields(bytes)])
      .map((entry) => [textsOf(entry, 1)[0] ?? "", textsOf(entry, 2)[0] ?? ""] as const),
  );
  const end = Number(entries.get("offset") ?? 0) + Number(entries.get("length") ?? 0);
  return { location: entries.get("location") ?? "", end: Number.isSafeInteger(end) ? end : 0 };
}

function readFloat(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getFloat32(0, true);
}

function textsOf(fields: readonly ProtobufField[], field: number): string[] {
  return fields.filter((one) => one.field === field).map(({ bytes }) => toText(bytes));
}
