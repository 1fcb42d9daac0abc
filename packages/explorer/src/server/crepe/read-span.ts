import { open } from "node:fs/promises";
import type { Span } from "./crepe-index.ts";

/** Reads some bytes of a file as UTF-8. Rejects with the error of the file system. */
export async function readSpan(path: string, { start, length }: Span): Promise<string> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
