import { peekBytes } from "../sources/peek-bytes.ts";

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const headBytes = 64 * 1024;

/** The stream in UTF-8 with line feeds in place of carriage returns, where its lines end by these alone, as on old Macs. */
export async function* toLineFeeds(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { head, chunks } = await peekBytes(stream, headBytes);
  if (!endsLinesByReturns(head)) return yield* chunks;
  for await (const chunk of chunks) {
    const changed = Buffer.from(chunk);
    for (let at = changed.indexOf(carriageReturn); at !== -1; at = changed.indexOf(carriageReturn, at + 1))
      changed[at] = lineFeed;
    yield changed;
  }
}

function endsLinesByReturns(head: Buffer): boolean {
  const first = head.indexOf(carriageReturn);
  if (first === -1 || first === head.length - 1 || head.subarray(0, first + 2).includes(lineFeed))
    return false;
  const text = head.toString("latin1");
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/\r(?!\n)/gu) > count(/\n/gu);
}
