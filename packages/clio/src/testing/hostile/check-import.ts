import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentHash, InputError, ObservatoryError, UsageError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import type { Conversation } from "../../conversation.ts";
import { describeLosses } from "../../import/describe-losses.ts";
import type { ImportOptions } from "../../import/import-conversations.ts";
import { lossReasons } from "../../import/loss-reasons.ts";
import { importAll, type ImportOutcome } from "../import-all.ts";
import { fileKinds, type FileKind } from "./file-kinds.ts";
import { hostileLimits, keepsAll, toBytes, toSoundLines, type HostileFile } from "./hostile-file.ts";

/**
 * Imports a hostile file twice and its sound records alone, and returns which promises of an import were broken, in words;
 * none where all were kept.
 */
export async function checkImport(file: HostileFile): Promise<string[]> {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "x");
  const { surround }: FileKind = fileKinds[file.kind];
  writeFileSync(path, toBytes(file));
  surround?.(directory.path);
  const input = surround === undefined ? path : directory.path;
  const options = { limits: hostileLimits, ...(file.isTold ? { format: file.format } : {}) };
  const { outcome, broken } = await importTwice(input, options);
  if (keepsAll(file)) {
    const soundPath = join(directory.path, "sound");
    writeFileSync(soundPath, toSoundLines(file));
    const sound = await importAll(soundPath, { limits: hostileLimits, format: file.format });
    // Where all sound records are one conversation, malformed ones may well change it.
    const isVaried = sound.conversations.length > file.records.length;
    const missing = isVaried ? countMissing(sound.conversations, outcome.conversations) : 0;
    if (missing > 0) broken.push(`${missing} of ${sound.conversations.length} sound records are missing`);
  }
  return broken;
}

/** Imports a file twice: what it gave, and which promises were broken. */
export async function importTwice(
  path: string,
  options: ImportOptions,
): Promise<{ outcome: ImportOutcome; broken: string[] }> {
  const outcome = await importAll(path, options);
  const broken = checkOutcome(outcome);
  const again = await importAll(path, options);
  if (contentHash(toPlain(again)) !== contentHash(toPlain(outcome)))
    broken.push("the same file gave something else the second time");
  return { outcome, broken };
}

/** Which promises one import broke. */
export function checkOutcome({ conversations, losses, error }: ImportOutcome): string[] {
  const broken: string[] = [];
  const expect = (isKept: boolean, what: string): void => void (isKept || broken.push(what));
  expect(error === null || isAnswer(error), `it ended with ${String(error)}`);
  expect(
    (error === null) === conversations.length > 0,
    "nothing was read and nothing was said, or too much was",
  );
  const lostRecords = losses.skipped
    .filter(({ reason }) => lossReasons[reason].unit === "record")
    .reduce((sum, { count }) => sum + count, 0);
  expect(losses.kept === conversations.length, "the report counts other conversations than were given out");
  expect(losses.read === losses.kept + lostRecords, "kept and skipped records are not those that were read");
  expect(
    new Set(conversations.map(({ id }) => id)).size === conversations.length,
    "two conversations have one id",
  );
  expect(conversations.every(isSound), "a conversation is not sound");
  const report = [
    JSON.stringify(losses),
    ...describeLosses(losses),
    error instanceof Error ? error.message : "",
  ];
  const texts = conversations.flatMap(({ messages }) => messages.map(({ content }) => content.trim()));
  const quoted = texts.filter((text) => text.length >= 16 && report.some((line) => line.includes(text)));
  expect(quoted.length === 0, "the report quotes a message");
  expect(!/\p{Cc}/u.test(report.join("")), "the report holds control characters");
  return broken;
}

/** Whether an error says what is wrong with the input or its options, and what to do. */
export function isAnswer(error: unknown): boolean {
  const isOfInput = error instanceof InputError || error instanceof UsageError;
  return isOfInput && error instanceof ObservatoryError && (error.hint ?? "") !== "";
}

function isSound({ id, account, createdAt, language, messages, labels }: Conversation): boolean {
  const isInstant = createdAt === null || new Date(createdAt).toISOString() === createdAt;
  const isNamed = id !== "" && id.length <= 300 && account !== "" && (account ?? "").length <= 256;
  const isSaid = messages.some(({ role, content }) => role === "user" && content.trim() !== "");
  const isPlain = messages.every(({ content }) => content.isWellFormed() && !content.includes("\0"));
  const isOfLanguage = language === null || /^[a-z]{2,3}$/u.test(language);
  return isInstant && isNamed && isSaid && isPlain && isOfLanguage && JSON.stringify(labels).isWellFormed();
}

/** How many of the sound conversations have no counterpart with the same words. */
export function countMissing(sound: readonly Conversation[], all: readonly Conversation[]): number {
  const counts = new Map<string, number>();
  for (const { messages } of all) {
    const key = JSON.stringify(messages);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let missing = 0;
  for (const { messages } of sound) {
    const key = JSON.stringify(messages);
    const left = counts.get(key) ?? 0;
    if (left === 0) missing++;
    else counts.set(key, left - 1);
  }
  return missing;
}

function toPlain({ conversations, losses, error }: ImportOutcome): unknown {
  return { conversations, losses, error: error instanceof Error ? error.message : null };
}
