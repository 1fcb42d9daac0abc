import { open, type FileHandle } from "node:fs/promises";

export interface FilePool {
  /** Bytes of a file; fewer where it ends before. */
  read(path: string, offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Reads parts of many files with at most `most` of them left open. */
export function createFilePool(most: number): FilePool {
  interface Entry {
    readonly file: Promise<FileHandle>;
    users: number;
  }
  // In the order of last use.
  const entries = new Map<string, Entry>();
  const shrink = async (): Promise<void> => {
    const idle = [...entries].filter(([, { users }]) => users === 0).slice(0, entries.size - most);
    for (const [path] of idle) entries.delete(path);
    for (const [, { file }] of idle) await (await file).close();
  };
  return {
    read: async (path, offset, length) => {
      const entry = entries.get(path) ?? { file: open(path, "r"), users: 0 };
      entries.delete(path);
      entries.set(path, entry);
      entry.users++;
      try {
        const bytes = Buffer.allocUnsafe(length);
        const { bytesRead } = await (await entry.file).read(bytes, 0, length, offset);
        return bytes.subarray(0, bytesRead);
      } catch (error) {
        entries.delete(path);
        throw error;
      } finally {
        entry.users--;
        if (entries.size > most) await shrink();
      }
    },
    close: async () => {
      const open = [...entries.values()];
      entries.clear();
      for (const { file } of open) await (await file).close();
    },
  };
}
