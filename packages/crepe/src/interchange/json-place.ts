import { toRowId } from "./parse-crepe-record.ts";

/** Where a record of JSON stands. */
export interface JsonPlace {
  readonly file: string;
  readonly line: number;
  /** Its name within an object of records. */
  readonly key?: string | null;
  /** Its place within an array of records, from 0: a whole array may stand on one line. */
  readonly index?: number;
}

/** The id of a record that has none of its own. */
export function toPlaceId({ file, line, key, index }: JsonPlace): string {
  return key ?? toRowId({ file, line: index ?? line });
}
