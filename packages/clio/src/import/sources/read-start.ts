import { isSystemError } from "./find-files.ts";
import { peekBytes } from "./peek-bytes.ts";

const startBytes = 64 * 1024;

/** The first 64 KiB of a stream, which is then closed; null where the file system refuses them. */
export async function readStart(stream: AsyncIterable<Buffer>): Promise<Buffer | null> {
  try {
    const { head, chunks } = await peekBytes(stream, startBytes);
    // A stream that was never begun would not be closed.
    for await (const _ of chunks) break;
    return head;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return null;
  }
}
