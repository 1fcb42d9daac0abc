import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createRandom } from "@observatory/core";
import { findRealFile, readRealLines } from "@observatory/core/testing";
import { synthesizeConversations } from "@observatory/clio";

const corpora = ["oasst_trees", "kura_mtbench", "wildchat_hard_ru", "hh_harmless", "sgd_dialogues"];
const languages = ["English", "English", "English", "Russian", "Chinese", "German", "Klingon"];
const scores = ["harassment", "hate", "self-harm", "sexual", "violence"];

/**
 * Writes rows in the shape of WildChat as JSON lines, some 3 kB each, the same ones for the same number; gives what was
 * planted: rows that stand twice, rows that share an id with another, and lines that are cut.
 */
export async function writeWildchat(path, rows) {
  const texts = await readTexts();
  const planted = { rows, copies: 0, sharedIds: 0, cut: 0 };
  await pipeline(Readable.from(blocksOf(drawLines(texts.texts, rows, planted))), createWriteStream(path));
  return { ...planted, texts: texts.source };
}

async function readTexts() {
  const texts = { user: [], assistant: [] };
  for (const corpus of corpora) {
    const path = findRealFile(`conversations/${corpus}.jsonl.gz`);
    if (path === null) continue;
    for await (const { messages } of readRealLines(path))
      for (const { role, content } of messages) texts[role]?.push(content.slice(0, 6000));
  }
  if (texts.user.length > 0) return { source: corpora.join(", "), texts };
  for (const { messages } of synthesizeConversations({ conversations: 5000, seed: 1 }))
    for (const { role, content } of messages) texts[role]?.push(content);
  if (texts.assistant.length === 0) texts.assistant = texts.user;
  return { source: "synthetic", texts };
}

function* drawLines(texts, rows, planted) {
  const random = createRandom("wildchat");
  let before = "";
  let hash = "";
  for (let at = 0; at < rows; at++) {
    const kind = at === 0 ? 1 : random.next();
    if (kind < 0.002) {
      planted.copies++;
      yield before;
      continue;
    }
    const isCut = kind < 0.0025;
    const isShared = !isCut && kind < 0.01;
    const ownHash = createHash("md5").update(`row ${at}`).digest("hex");
    const line = JSON.stringify(drawRow(texts, { at, rows, hash: isShared ? hash : ownHash, random }));
    if (isCut) {
      planted.cut++;
      yield line.slice(0, random.integer(line.length - 2) + 1);
      continue;
    }
    if (isShared) planted.sharedIds++;
    else hash = ownHash;
    before = line;
    yield line;
  }
}

function drawRow(texts, { at, rows, hash, random }) {
  const account = createHash("sha256")
    .update(`account ${Math.floor(random.next() ** 2 * rows * 0.3)}`)
    .digest("hex");
  const language = pick(languages, random);
  const time = new Date(Date.UTC(2023, 3, 9) + at * 31_000).toISOString().replace("Z", "+00:00");
  const turns = 1 + Math.floor(random.next() ** 4 * 6);
  const header = {
    "accept-language": "en-US,en;q=0.9",
    "user-agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
  };
  const own = { country: "Germany", hashed_ip: account, header, state: "Bavaria", timestamp: null };
  const none = { country: null, hashed_ip: null, header: null, state: null, timestamp: time };
  const conversation = Array.from({ length: turns }, (_, turn) =>
    ["user", "assistant"].map((role) => ({
      content: drawContent(texts[role], random),
      ...(role === "user" ? own : none),
      language,
      redacted: false,
      role,
      toxic: false,
      turn_identifier: at * 8 + turn,
    })),
  ).flat();
  const moderation = {
    categories: Object.fromEntries(scores.map((score) => [score, false])),
    category_scores: Object.fromEntries(scores.map((score) => [score, random.next() * 1e-4])),
    flagged: false,
  };
  return {
    conversation_hash: hash,
    model: random.next() < 0.5 ? "gpt-3.5-turbo-0613" : "gpt-4-1106-preview",
    timestamp: time,
    conversation,
    turn: turns,
    language,
    openai_moderation: Array.from({ length: turns }, () => moderation),
    toxic: false,
    redacted: false,
    state: "Bavaria",
    country: "Germany",
    hashed_ip: account,
    header,
  };
}

/** Lines in blocks of half a megabyte: one write each is the slower half of writing a gigabyte. */
function* blocksOf(lines) {
  let block = [];
  let length = 0;
  for (const line of lines) {
    block.push(line);
    length += line.length;
    if (length < 500_000) continue;
    yield `${block.join("\n")}\n`;
    block = [];
    length = 0;
  }
  if (block.length > 0) yield `${block.join("\n")}\n`;
}

function pick(values, random) {
  return values[random.integer(values.length)];
}

/** One to three texts one below the other: as long as what people write to a chat, or get, where the texts are short. */
function drawContent(texts, random) {
  return Array.from({ length: 1 + random.integer(3) }, () => pick(texts, random)).join("\n\n");
}
