// k-means beside scikit-learn: the same 100,000 x 384 points, the same start, ten iterations, in turns. A ratio below
// 1 means that ours was faster. PYTHON names the interpreter; threads are started before the clock on both sides.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createRandom } from "@observatory/core";
import { createMatrix, createMatrixEngine, kMeans, rowOf, selectRows } from "@observatory/numerics";

export const name = "k-means";

const rows = 100_000;
const columns = 384;
const iterations = 10;
const rounds = 2;

/**
 * The faster fit of each and the ratios for 500 and 4,096 clusters; `peer` is null, with a `note`, without
 * scikit-learn. On a busy machine the ratio of processor seconds says more than that of seconds.
 */
export async function run() {
  const points = createMixture(2000);
  const directory = await mkdtemp(join(tmpdir(), "observatory-bench-"));
  const engine = await createMatrixEngine();
  let peer = null;
  try {
    await writeFile(join(directory, "points.f32"), new Uint8Array(points.data.buffer));
    peer = await startPeer(directory);
    const results = [];
    for (const clusters of [500, 4096])
      results.push(await compare(points, clusters, engine, peer, directory));
    const machine = { rows, columns, iterations, threads: engine.threads, engine: engine.backend };
    return peer
      ? { ...machine, results }
      : { ...machine, results, note: "no peer: scikit-learn cannot be imported" };
  } finally {
    peer?.close();
    await engine.close();
    await rm(directory, { recursive: true });
  }
}

async function compare(points, clusters, engine, peer, directory) {
  const order = createRandom(clusters).shuffle(Array.from({ length: rows }, (_, row) => row));
  const start = selectRows(points, order.slice(0, clusters));
  await writeFile(join(directory, "start.f32"), new Uint8Array(start.data.buffer));
  const ours = [];
  const theirs = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await measureOurs(points, start, engine));
    if (peer) theirs.push(await peer.fit(clusters));
    console.error(
      `  ${clusters} clusters: ours ${JSON.stringify(ours.at(-1))}, theirs ${JSON.stringify(theirs.at(-1) ?? null)}`,
    );
  }
  const best = fastest(ours);
  const bestPeer = peer ? fastest(theirs) : null;
  return {
    clusters,
    ours: best,
    peer: bestPeer,
    cpuRatio: bestPeer && Number((best.cpuSeconds / bestPeer.cpuSeconds).toFixed(3)),
    ratio: bestPeer && Number((best.seconds / bestPeer.seconds).toFixed(3)),
    inertiaRatio: bestPeer && Number((best.inertia / bestPeer.inertia).toFixed(7)),
  };
}

async function measureOurs(points, start, engine) {
  const begin = performance.now();
  const cpuBegin = process.cpuUsage();
  const { inertia } = await kMeans(points, {
    clusters: start.rows,
    initialCentroids: start,
    random: createRandom(1),
    maxIterations: iterations,
    tolerance: 0,
    engine,
  });
  const { user, system } = process.cpuUsage(cpuBegin);
  return {
    seconds: toSeconds(performance.now() - begin),
    cpuSeconds: toSeconds((user + system) / 1000),
    inertia,
  };
}

/** A Python process that fits on demand, or null where it has no scikit-learn. */
async function startPeer(directory) {
  // Where these are set OpenBLAS is slower than it can be on newer processors; the peer chooses for itself.
  const environment = { ...process.env };
  delete environment.OPENBLAS_CORETYPE;
  delete environment.OPENBLAS_L2_SIZE;
  const script = new URL("k-means-peer.py", import.meta.url).pathname;
  const argumentList = [script, directory, String(columns), String(iterations)];
  const child = spawn(process.env.PYTHON ?? "python3", argumentList, {
    env: environment,
    stdio: ["pipe", "pipe", "ignore"],
  });
  const failed = new Promise((resolve) => child.once("error", resolve));
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const answer = await Promise.race([answers.next(), failed]);
    return answer.done === false ? JSON.parse(answer.value) : null;
  };
  if ((await next()) === null) return null;
  return {
    fit: async (clusters) => {
      child.stdin.write(`${clusters}\n`);
      const answer = await next();
      if (answer === null) throw new Error("the scikit-learn process ended");
      return answer;
    },
    close: () => child.kill(),
  };
}

/** Unit vectors around `centres` random directions, the same in every run. */
function createMixture(centres) {
  const random = createRandom("k-means benchmark");
  const means = createMatrix(centres, columns);
  for (let i = 0; i < means.data.length; i++) means.data[i] = random.normal();
  const points = createMatrix(rows, columns, { shared: true });
  for (let row = 0; row < rows; row++) {
    const mean = rowOf(means, random.integer(centres));
    const point = rowOf(points, row);
    let square = 0;
    for (let d = 0; d < columns; d++) {
      point[d] = mean[d] + random.normal();
      square += point[d] ** 2;
    }
    for (let d = 0; d < columns; d++) point[d] /= Math.sqrt(square);
  }
  return points;
}

function fastest(fits) {
  return fits.reduce((best, fit) => (fit.seconds < best.seconds ? fit : best));
}

function toSeconds(milliseconds) {
  return Number((milliseconds / 1000).toFixed(3));
}
