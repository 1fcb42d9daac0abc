import { isUtf8 } from "node:buffer";
import { parseJson, type Outcome } from "@observatory/core";
import type { Repair } from "../loss-reasons.ts";

/** Decodes and parses one record; what had to be mended for it is told to `onRepair`. Fails with `invalid-json`. */
export function parseRecord(bytes: Buffer, onRepair: (repair: Repair) => void): Outcome<unknown> {
  return parseJson(decodeRecord(bytes, onRepair));
}

/** The text of one record, without marks of its encoding and NUL; what had to be mended is told to `onRepair`. */
export function decodeRecord(bytes: Buffer, onRepair: (repair: Repair) => void): string {
  if (!isUtf8(bytes)) onRepair("invalid-utf8");
  const text = bytes.toString("utf8");
  if (!text.includes("\0")) return withoutMark(text);
  onRepair("nul-bytes");
  return withoutMark(text.replaceAll("\0", ""));
}

/** Files that were joined carry the mark in their middle. */
function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
