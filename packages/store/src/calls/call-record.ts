import type { ModelReply, TokenUsage } from "@observatory/core";
import { crc32 } from "node:zlib";
import { keyBytes } from "../segments/key-index.ts";

/** What one record of a segment says: `call`, a reply that was paid for; `reuse`, that a kept one served another purpose. */
export interface CallRecord {
  readonly kind: "call" | "reuse";
  /** The head of the call's key. */
  readonly key: Uint8Array;
  readonly purpose: string;
  readonly scope: string;
  readonly model: string;
  readonly text: string;
  readonly stop: ModelReply["stop"];
  readonly usage: TokenUsage;
  readonly costUsd: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A whole record among bytes; its numbers are read at once, its texts on demand. */
export interface CallRecordView extends Omit<CallRecord, "purpose" | "scope" | "model" | "text"> {
  /** Bytes of the record. */
  readonly length: number;
  /** Purpose and scope, joined: equal where both are equal. */
  readonly payer: string;
  readonly text: () => string;
}

/**
 * The bytes of a record, little-endian: key (16), bytes of the label and of the text (4 each), cost (8), tokens of
 * input, of those read from a cache and written to one, and of output (4 each), time (8), kind (1), stop (1), zero
 * (2), CRC-32 of label and text (4), CRC-32 of all before (4); then label (model, NUL, purpose, NUL, scope) and text.
 */
export function encodeCallRecord(record: CallRecord): Buffer {
  const label = [record.model, record.purpose, record.scope].map((name) => name.replaceAll("\0", " "));
  const labelBytes = Buffer.from(label.join("\0"));
  const body = Buffer.concat([labelBytes, Buffer.from(record.text)]);
  const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens } = record.usage;
  const head = Buffer.alloc(headBytes);
  head.set(record.key);
  head.writeUInt32LE(labelBytes.length, 16);
  head.writeUInt32LE(body.length - labelBytes.length, 20);
  head.writeDoubleLE(record.costUsd, 24);
  for (const [i, tokens] of [inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens].entries())
    head.writeUInt32LE(toUint32(tokens), 32 + 4 * i);
  head.writeDoubleLE(record.at, 48);
  head.writeUInt8(record.kind === "call" ? 0 : 1, 56);
  head.writeUInt8(stops.indexOf(record.stop), 57);
  head.writeUInt32LE(crc32(body), 60);
  head.writeUInt32LE(crc32(head.subarray(0, 64)), 64);
  return Buffer.concat([head, body]);
}

/**
 * The record that starts at an offset. `cut`: the bytes end before it does; `torn`: its head is damaged, so that
 * nothing tells where the next one starts; a number: the length of a record whose texts are damaged.
 */
export function viewCallRecord(bytes: Buffer, start: number): CallRecordView | "cut" | "torn" | number {
  const head = bytes.subarray(start, start + headBytes);
  if (head.length < headBytes) return "cut";
  if (crc32(head.subarray(0, 64)) !== head.readUInt32LE(64)) return "torn";
  const labelEnd = headBytes + head.readUInt32LE(16);
  const length = labelEnd + head.readUInt32LE(20);
  const body = bytes.subarray(start + headBytes, start + length);
  if (headBytes + body.length < length) return "cut";
  if (crc32(body) !== head.readUInt32LE(60)) return length;
  const label = body.subarray(0, labelEnd - headBytes);
  return {
    length,
    kind: head.readUInt8(56) === 0 ? "call" : "reuse",
    key: head.subarray(0, keyBytes),
    payer: label.toString("utf8", label.indexOf(0) + 1),
    text: () => body.toString("utf8", label.length),
    stop: stops[head.readUInt8(57)] ?? "end",
    usage: {
      inputTokens: head.readUInt32LE(32),
      cachedInputTokens: head.readUInt32LE(36),
      cacheWriteTokens: head.readUInt32LE(40),
      outputTokens: head.readUInt32LE(44),
    },
    costUsd: head.readDoubleLE(24),
    at: head.readDoubleLE(48),
  };
}

/** The {@link CallRecordView.payer} of a purpose and a scope. */
export function toPayer(purpose: string, scope: string): string {
  return [purpose, scope].map((name) => name.replaceAll("\0", " ")).join("\0");
}

const headBytes = keyBytes + 52;
const stops = ["end", "length", "refusal"] as const;

/** A provider's count, made to fit: a paid reply must not be lost to an odd number. */
function toUint32(count: number): number {
  return Number.isFinite(count) ? Math.min(2 ** 32 - 1, Math.max(0, Math.round(count))) : 0;
}
