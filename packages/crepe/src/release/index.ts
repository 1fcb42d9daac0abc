// What a benchmark is made of on disk: schemas and types. Runs in a browser too.
export {
  benchmarkSchema,
  itemSchema,
  type BenchmarkRecord,
  type Edit,
  type Falsity,
  type Item,
  type Negative,
} from "../benchmark/item.ts";
