import { createOnnxModel, type OnnxAttribute, type OnnxNode, type OnnxTensor } from "@observatory/onnx";
import type { Weight, Weights } from "./weights.ts";

/** Texts longer than this many tokens are given to the model in windows. */
export const maxTokens = 128;

/** Length of the vectors. */
export const dimensions = 512;

/**
 * The bytes of the Universal Sentence Encoder Lite (Cer et al. 2018) as an ONNX model: a transformer of two layers
 * with four heads, the mean over tokens, a tanh layer, and the unit norm.
 *
 * Input `tokens`: int32 [texts, length], with length at most {@link maxTokens}; every text of a run has the same
 * number of tokens, so that there is no padding, which would change sums in their last bits. Output `vectors`:
 * float32 [texts, 512].
 */
export function createUseLiteModel(weights: Weights): Uint8Array {
  const graph = createGraph();
  const hidden = addTransformer(graph, weights, addEmbedding(graph, weights));
  addPooling(graph, weights, hidden);
  return createOnnxModel({
    inputs: [{ name: "tokens", type: "int32", dims: ["texts", "length"] }],
    outputs: [{ name: "vectors", type: "float32", dims: ["texts", dimensions] }],
    initializers: graph.initializers,
    nodes: graph.nodes,
  });
}

const heads = 4;
const embeddingSize = 256;

interface Graph {
  readonly nodes: OnnxNode[];
  readonly initializers: Record<string, OnnxTensor>;
  /** Adds a node of one output and gives the output's name. */
  apply(
    operator: string,
    inputs: readonly string[],
    attributes?: Readonly<Record<string, OnnxAttribute>>,
  ): string;
  /** Adds an array of weights, with other dimensions where given, and gives its name. */
  weight(weight: Weight, dims?: readonly number[]): string;
  /** Adds a list of integers, or one number, and gives its name. */
  integers(values: readonly number[]): string;
  scalar(value: number): string;
}

function createGraph(): Graph {
  const nodes: OnnxNode[] = [];
  const initializers: Record<string, OnnxTensor> = {};
  const add = (tensor: OnnxTensor): string => {
    const name = `constant${Object.keys(initializers).length}`;
    initializers[name] = tensor;
    return name;
  };
  return {
    nodes,
    initializers,
    apply: (operator, inputs, attributes = {}) => {
      const name = `value${nodes.length}`;
      nodes.push({ operator, inputs, outputs: [name], attributes });
      return name;
    },
    weight: ({ data, dims }, otherDims = dims) => add({ data, dims: otherDims }),
    integers: (values) => add({ data: BigInt64Array.from(values, BigInt), dims: [values.length] }),
    scalar: (value) => add({ data: Float32Array.of(value), dims: [] }),
  };
}

/** Token vectors, doubled, plus sines and cosines of the position (Vaswani et al. 2017, section 3.5). */
function addEmbedding(graph: Graph, weights: Weights): string {
  const table = weights("module/Embeddings_en");
  const doubled = { dims: table.dims, data: table.data.map((value) => 2 * value) };
  const length = graph.apply("Slice", [
    graph.apply("Shape", ["tokens"]),
    graph.integers([1]),
    graph.integers([2]),
  ]);
  const positions = graph.apply("Slice", [
    graph.weight(toPositions(weights("TimingSignal/ExpandDims_1").data)),
    graph.integers([0]),
    length,
    graph.integers([0]),
  ]);
  return graph.apply("Add", [graph.apply("Gather", [graph.weight(doubled), "tokens"]), positions]);
}

function toPositions(rates: Float32Array): Weight {
  const data = new Float32Array(maxTokens * embeddingSize);
  for (let position = 0; position < maxTokens; position++) {
    const row = position * embeddingSize;
    for (const [i, rate] of rates.entries()) {
      data[row + i] = Math.sin(position * rate);
      data[row + rates.length + i] = Math.cos(position * rate);
    }
  }
  return { data, dims: [maxTokens, embeddingSize] };
}

function addTransformer(graph: Graph, weights: Weights, embedded: string): string {
  let hidden = embedded;
  for (const [index, size] of [embeddingSize, dimensions].entries()) {
    const layer: Layer = {
      graph,
      size,
      weights: (nameEnd) => weights(`Layer_${index}/TransformerLayer/${nameEnd}`),
    };
    // The first layer widens the vectors, so its residual has to be widened as well.
    const residual =
      size === dimensions
        ? hidden
        : addLinear(layer, hidden, "dense/kernel/ConcatPartitions/concat", "dense/bias");
    const attended = addAttention(layer, addNorm(layer, hidden, "layer_prepostprocess"));
    hidden = graph.apply("Add", [attended, residual]);
    const inner = addLinear(
      layer,
      addNorm(layer, hidden, "FFN/layer_prepostprocess"),
      "FFN/conv1/Tensordot/Reshape_1",
      "FFN/conv1/bias",
    );
    const outer = addLinear(
      layer,
      graph.apply("Relu", [inner]),
      "FFN/conv2/Tensordot/Reshape_1",
      "FFN/conv2/bias",
    );
    hidden = graph.apply("Add", [outer, hidden]);
  }
  return hidden;
}

interface Layer {
  readonly graph: Graph;
  readonly size: number;
  readonly weights: Weights;
}

function addLinear({ graph, weights }: Layer, input: string, kernel: string, bias: string): string {
  const matrix = weights(kernel);
  // Kernels of attention are kept as convolutions of width one: [1, 1, in, out].
  const product = graph.apply("MatMul", [input, graph.weight(matrix, matrix.dims.slice(-2))]);
  return graph.apply("Add", [product, graph.weight(weights(`${bias}/ConcatPartitions/concat`))]);
}

function addNorm({ graph, weights }: Layer, input: string, name: string): string {
  const part = (what: string): string =>
    graph.weight(weights(`${name}/layer_norm/layer_norm_${what}/ConcatPartitions/concat`));
  return graph.apply("LayerNormalization", [input, part("scale"), part("bias")], {
    axis: { int: -1 },
    epsilon: { float: 1e-6 },
  });
}

function addAttention(layer: Layer, input: string): string {
  const { graph, size } = layer;
  const name = "MultiheadAttention";
  const all = addLinear(
    layer,
    input,
    `${name}/qkv_transform_single/kernel/part_0`,
    `${name}/qkv_transform_single/bias`,
  );
  const toHeads = graph.integers([0, 0, heads, size / heads]);
  const [query, key, value] = [0, 1, 2].map((part) => {
    const slice = graph.apply("Slice", [
      all,
      graph.integers([part * size]),
      graph.integers([(part + 1) * size]),
      graph.integers([2]),
    ]);
    const permutation = part === 1 ? [0, 2, 3, 1] : [0, 2, 1, 3];
    return graph.apply("Transpose", [graph.apply("Reshape", [slice, toHeads])], {
      perm: { ints: permutation },
    });
  }) as [string, string, string]; // one for each of three parts
  const scaled = graph.apply("Mul", [query, graph.scalar(1 / Math.sqrt(size / heads))]);
  const attention = graph.apply("Softmax", [graph.apply("MatMul", [scaled, key])], { axis: { int: -1 } });
  const mixed = graph.apply("Transpose", [graph.apply("MatMul", [attention, value])], {
    perm: { ints: [0, 2, 1, 3] },
  });
  return addLinear(
    layer,
    graph.apply("Reshape", [mixed, graph.integers([0, 0, size])]),
    `${name}/output_transform_single/kernel/part_0`,
    `${name}/output_transform_single/bias`,
  );
}

function addPooling(graph: Graph, weights: Weights, hidden: string): void {
  const mean = graph.apply("ReduceMean", [hidden], { axes: { ints: [1] }, keepdims: { int: 0 } });
  const sum = graph.apply("Add", [
    graph.apply("MatMul", [mean, graph.weight(weights("tanh_layer_0/weights"))]),
    graph.weight(weights("tanh_layer_0/bias")),
  ]);
  const vector = graph.apply("Tanh", [sum]);
  const norm = graph.apply("ReduceL2", [vector], { axes: { ints: [1] }, keepdims: { int: 1 } });
  graph.nodes.push({ operator: "Div", inputs: [vector, norm], outputs: ["vectors"] });
}
