// How long the lexical vectors of 15,000 short texts take, against scikit-learn's TfidfVectorizer and TruncatedSVD.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { createRandom } from "@observatory/core";
import { findRealFile, readRealLines } from "@observatory/core/testing";
import { fitCharacterTfidf, fitTruncatedSvd, projectRows, toTfidfRows } from "@observatory/numerics";

export const name = "text";

const dimensions = 128;

/**
 * Seconds of each side on one thread, and their ratio (above 1: ours is faster), with the power iterations that give
 * about the same `explained`, the summed square of the singular values: one here, two there. The peer needs `PYTHON`
 * to name an interpreter.
 */
export async function run() {
  const path = findRealFile("conversations/clinc150.jsonl.gz");
  if (path === null) return { skipped: "the clinc150 data is not here" };
  const texts = await loadTexts(path);
  const ours = await measureOurs(texts);
  const peer = await measurePeer(path);
  return {
    texts: texts.length,
    dimensions,
    ours,
    scikitLearn: peer,
    ratio: peer === null ? null : Number((peer.seconds / ours.seconds).toFixed(2)),
    ...(peer === null ? { note: "no peer: set PYTHON to an interpreter with scikit-learn" } : {}),
  };
}

async function loadTexts(path) {
  const texts = [];
  for await (const { messages, labels } of readRealLines(path)) {
    if (labels.split === "train" && labels.path[0] !== "oos") texts.push(messages[0].content);
  }
  return texts;
}

// The best of three, because the machine may be shared.
async function measureOurs(texts) {
  let best = null;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    const tfidf = await fitCharacterTfidf(texts);
    const rows = toTfidfRows(tfidf, texts);
    const weighted = performance.now();
    const svd = await fitTruncatedSvd(rows, { dimensions, iterations: 1, random: createRandom(1) });
    projectRows(svd, rows);
    const end = performance.now();
    const seconds = toSeconds(end - start);
    if (best !== null && best.seconds <= seconds) continue;
    best = {
      seconds,
      tfidf: toSeconds(weighted - start),
      svd: toSeconds(end - weighted),
      features: tfidf.idf.length,
      explained: Math.round(svd.singularValues.reduce((sum, value) => sum + value * value, 0)),
    };
  }
  return best;
}

function toSeconds(milliseconds) {
  return Number((milliseconds / 1000).toFixed(2));
}

const script = `
import gzip, json, sys, time
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.decomposition import TruncatedSVD
rows = [json.loads(line) for line in gzip.open(sys.argv[1])]
texts = [r["messages"][0]["content"] for r in rows if r["labels"]["split"] == "train" and r["labels"]["path"][0] != "oos"]
best = None
for _ in range(3):
    start = time.perf_counter()
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2, dtype="float32")
    table = vectors.fit_transform(texts)
    weighted = time.perf_counter()
    svd = TruncatedSVD(int(sys.argv[2]), n_iter=2, random_state=1)
    svd.fit_transform(table)
    end = time.perf_counter()
    if best is None or end - start < best["seconds"]:
        best = {"seconds": round(end - start, 2), "tfidf": round(weighted - start, 2), "svd": round(end - weighted, 2),
                "features": table.shape[1], "explained": round(float((svd.singular_values_ ** 2).sum()))}
print(json.dumps(best))
`;

async function measurePeer(path) {
  const python = process.env.PYTHON;
  if (python === undefined) return null;
  // A processor type set for other programs would cripple the peer's linear algebra.
  const { OPENBLAS_CORETYPE: _, ...env } = process.env;
  const single = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" };
  try {
    const { stdout } = await promisify(execFile)(python, ["-c", script, path, String(dimensions)], {
      env: { ...env, ...single },
    });
    return JSON.parse(stdout);
  } catch {
    return null;
  }
}
