import { z } from "zod";
import { isRepair, lossReasons, type LossReason } from "./loss-reasons.ts";

const position = {
  /** The file as reports name it. */
  file: z.string(),
  /** Line on which the record starts, from 1, or its row in a Parquet file; null for the file as a whole. */
  line: z.number().nullable(),
  /** Which record of the file it is, from 1, where many may stand on one line: in an array of JSON. */
  record: z.number().optional(),
};

const place = z.object({
  ...position,
  /** Size of what was skipped, where it was skipped for its size. */
  bytes: z.number().optional(),
  /** Where the record stands that it repeats, or whose id it has. */
  earlier: z.object(position).readonly().optional(),
});

const lossCount = z.object({
  reason: z.enum(Object.keys(lossReasons) as LossReason[]), // keys of a literal are its names
  /** Records or files, as `lossReasons` says; a record counts once for each reason. */
  count: z.number(),
  /** The first places, at most five. */
  examples: z.array(place).readonly(),
});

const importedFile = z.object({
  file: z.string(),
  /** Of the bytes on disk, before anything is unpacked; null where the file was not read to its end. */
  sha256: z.string().nullable(),
  /** Bytes on disk that were read. */
  bytes: z.number(),
  /** Name of the format; null where none was recognised. */
  format: z.string().nullable(),
  /** Lines or elements, whatever is in them. */
  records: z.number().default(0),
  /**
   * The records of which each should be a conversation. Where conversations are spread over records: those that begin in
   * this file, and the records that could not be understood.
   */
  read: z.number(),
  kept: z.number(),
  /** Names of its columns or fields where no format fits, as far as they look like names. */
  columns: z.array(z.string()).readonly().optional(),
});

/** A written loss report, to read it back. */
export const lossReportSchema = z.object({
  /** Records read: the kept ones and the skipped ones. */
  read: z.number(),
  kept: z.number(),
  /** Kept conversations that name no account. */
  withoutAccount: z.number(),
  /** What was dropped: most frequent first, then by name. */
  skipped: z.array(lossCount.readonly()).readonly(),
  /** What was changed and kept: most frequent first, then by name. */
  repaired: z.array(lossCount.readonly()).readonly(),
  /** In the order of reading. */
  files: z.array(importedFile.readonly()).readonly(),
});

/** What an import read, kept, dropped and mended. Plain data without any text of a conversation. */
export type LossReport = Readonly<z.infer<typeof lossReportSchema>>;

/** Where in the input something is. */
export type Place = Readonly<z.infer<typeof place>>;
export type LossCount = Readonly<z.infer<typeof lossCount>>;
export type ImportedFile = Readonly<z.infer<typeof importedFile>>;

/** The line of a record, with its number where the line does not tell it from others. */
export function toSpot({ line, record }: { readonly line: number; readonly record: number | null }) {
  return record === null ? { line } : { line, record };
}

/** Where a loss is: with the earlier place only where it is lost or changed for that. */
export function toPlace(reason: LossReason, place: Place, earlier: Place | undefined): Place {
  const repeats = reason === "duplicate-record" || reason === "duplicate-id";
  return repeats && earlier !== undefined ? { ...place, earlier } : place;
}

export interface Loss extends Place {
  readonly reason: LossReason;
}

/** Counts what one file gives; its conversations may still come when other files have been read. */
export interface FileTally {
  readonly file: string;
  /** Which file of the import it is, from 0. */
  readonly number: number;
  addRecord(): void;
  addRead(): void;
  /** A conversation that was read, is kept, and names an account or does not. */
  addKept(conversation: { readonly account: string | null }): void;
  /** What is known of the file once it was read. */
  describe(known: Pick<ImportedFile, "sha256" | "bytes" | "format" | "columns">): void;
}

/** Collects losses while an import runs. Memory is bounded by the number of reasons and files. */
export interface LossLedger {
  add(reason: LossReason, place: Place): void;
  /** Takes a file up, in the order of reading. */
  openFile(file: string): FileTally;
  /** How the file with this number is called. */
  nameOf(file: number): string;
  report(): LossReport;
}

const maxExamples = 5;

export function createLossLedger(onLoss?: (loss: Loss) => void): LossLedger {
  const counts = new Map<LossReason, { count: number; readonly examples: Place[] }>();
  const files: { -readonly [Key in keyof ImportedFile]: ImportedFile[Key] }[] = [];
  let withoutAccount = 0;

  const list = (isListed: (reason: LossReason) => boolean): LossCount[] =>
    [...counts]
      .filter(([reason]) => isListed(reason))
      .map(([reason, { count, examples }]) => ({ reason, count, examples: [...examples] }))
      .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));

  return {
    add: (reason, place) => {
      const entry = counts.get(reason) ?? { count: 0, examples: [] };
      entry.count++;
      if (entry.examples.length < maxExamples) entry.examples.push(place);
      counts.set(reason, entry);
      onLoss?.({ reason, ...place });
    },
    openFile: (file) => {
      const counted: (typeof files)[number] = {
        file,
        sha256: null,
        bytes: 0,
        format: null,
        records: 0,
        read: 0,
        kept: 0,
      };
      files.push(counted);
      return {
        file,
        number: files.length - 1,
        addRecord: () => counted.records++,
        addRead: () => counted.read++,
        addKept: ({ account }) => {
          counted.kept++;
          if (account === null) withoutAccount++;
        },
        describe: (known) => Object.assign(counted, known),
      };
    },
    nameOf: (file) => files[file]?.file ?? "",
    report: () => ({
      read: files.reduce((sum, file) => sum + file.read, 0),
      kept: files.reduce((sum, file) => sum + file.kept, 0),
      withoutAccount,
      skipped: list((reason) => !isRepair(reason)),
      repaired: list(isRepair),
      files: files.map((file) => ({ ...file })),
    }),
  };
}
