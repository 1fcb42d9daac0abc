export { writeParquetFile } from "./write-parquet-file.ts";
