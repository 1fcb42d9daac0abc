// Made-up releases and archives, for tests of what reads them.
export { createRelease } from "./create-release.ts";
export { createZip, type ZipEntryContent } from "./create-zip.ts";

export { importAll, type ImportOutcome } from "./import-all.ts";

// Hostile input
export { checkImport, checkOutcome } from "./hostile/check-import.ts";
export { checkTable } from "./hostile/check-table.ts";
export { fileKindNames, type FileKindName } from "./hostile/file-kinds.ts";
export {
  hostileFile,
  toBytes,
  type HostileFile,
  type HostileFileOptions,
  type HostileRecord,
} from "./hostile/hostile-file.ts";
export { hostileTable, toTableBytes, type HostileTable } from "./hostile/hostile-table.ts";
export { parquetKindNames } from "./hostile/parquet-kinds.ts";
export { rowKindNames } from "./hostile/row-kinds.ts";
export { tableKindNames } from "./hostile/table-kinds.ts";
export { recordKindNames, type RecordKind } from "./hostile/record-kinds.ts";
export { formatExamples } from "./format-examples.ts";
