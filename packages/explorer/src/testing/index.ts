export { createClioData, type CreateClioDataOptions } from "./create-clio-data.ts";
export { writeRelease } from "./write-release.ts";
export { writeCrepeBenchmark, type WriteBenchmarkOptions } from "./write-benchmark.ts";
