// Files
export { appendDurably } from "./files/append-durably.ts";
export { ensurePrivateDirectory } from "./files/ensure-private-directory.ts";
export { toDirectoryError } from "./files/file-errors.ts";
export { openJsonLog, type JsonLog } from "./files/json-log.ts";
export { parseVersionedFile, type VersionedFile } from "./files/read-json-file.ts";
export { readTextIfThere } from "./files/read-text-if-there.ts";
export { createScratchDirectory, type ScratchDirectory } from "./files/scratch-directory.ts";
export { writeFileAtomic, type WriteFileOptions } from "./files/write-file-atomic.ts";

// Run directory
export { acquireLock } from "./run/run-lock.ts";
export { openRunDirectory, type OpenRunOptions, type RunDirectory } from "./run/open-run-directory.ts";
export {
  findRunRecord,
  readRunRecord,
  type ModelUsage,
  type RunRecord,
  type RunRecordPatch,
  type StageRecord,
} from "./run/run-record.ts";
export type { StageContext, StageCounts, StageOptions, StageResult, StageWork } from "./run/run-stage.ts";

export { findFinishedStage } from "./run/find-finished-stage.ts";

// Calls to models
export { createBudget, type Budget, type BudgetOptions } from "./calls/budget.ts";
export { budgetedModel, type BudgetedModelOptions } from "./calls/budgeted-model.ts";
export {
  openCallJournal,
  type CallJournal,
  type CallJournalOptions,
  type JournaledCall,
  type PaidReply,
} from "./calls/call-journal.ts";
export type { CallUsage } from "./calls/call-ledger.ts";
export { journaledModel, type JournaledModelOptions } from "./calls/journaled-model.ts";

// Sharded tables
export { buildShards } from "./table/build-shards.ts";
export {
  defineColumns,
  json,
  type Column,
  type Columns,
  type JsonColumn,
  type RowOf,
} from "./table/columns.ts";
export { joinSorted, type JoinedRow, type JoinOptions } from "./table/join-sorted.ts";
export {
  mapShards,
  type MapShardsOptions,
  type ShardContext,
  type ShardedTable,
} from "./table/map-shards.ts";
export {
  countRows,
  describeTable,
  readShard,
  readShardBatches,
  readShards,
  readTableFile,
  type ReadShardsOptions,
} from "./table/read-shards.ts";
export { shardPath, type TableSummary } from "./table/shard-manifest.ts";
export { readParquetJson, type ParquetJsonOptions, type ParquetJsonRow } from "./table/read-parquet-json.ts";
export {
  describeParquet,
  listParquetImageColumns,
  readParquetImages,
  readParquetObjects,
  readParquetRows,
  readParquetTexts,
  type ParquetColumn,
} from "./table/read-parquet.ts";
export { readSorted, sortShards, type OrderBy, type SortOptions } from "./table/sort-shards.ts";
export { sumShards, type SumShardsOptions } from "./table/sum-shards.ts";
export { writeShards, type ShardProgress, type WriteShardsOptions } from "./table/write-shards.ts";

// Vectors
export { cachedEmbedder } from "./vectors/cached-embedder.ts";
export { openVectorCache, type VectorCache, type VectorCacheOptions } from "./vectors/vector-cache.ts";
export { createVectorWriter, readVectors, type VectorWriter } from "./vectors/vector-file.ts";
