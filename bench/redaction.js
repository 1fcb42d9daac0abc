// How much personal data redaction finds, how much else it takes, and how fast it is, against redactors from npm.
import { createLexicalAnalyst, findPersonalData } from "@observatory/clio";
import { findRealFile, readRealLines } from "@observatory/core/testing";
import { measureFalseAlarms } from "./redaction/false-alarms.js";
import { loadLabelled } from "./redaction/load-labelled.js";
import { loadPeers } from "./redaction/peers.js";
import { scoreSpans } from "./redaction/score-spans.js";

export const name = "redaction";

/**
 * Precision, recall and F2 on the two halves of presidio_synth (rules were worked out on `development` alone), for what identifies
 * a person and for all that is labelled, towns and ages included; messages of ordinary requests that lose something; characters a
 * second. Peers need `REDACTION_PEERS` to name a folder in which they are installed.
 */
export async function run() {
  const halves = await loadLabelled();
  if (halves === null) return { skipped: "the presidio_synth data is not here" };
  const all = [
    ...new Set(
      [...halves.development, ...halves.heldOut].flatMap(({ spans }) => spans.map(({ type }) => type)),
    ),
  ];
  const ours = Object.fromEntries(
    Object.entries(halves).map(([half, sentences]) => [
      half,
      {
        sentences: sentences.length,
        templates: new Set(sentences.map(({ family }) => family)).size,
        identifying: scoreSpans(sentences, findPersonalData),
        everything: scoreSpans(sentences, findPersonalData, all),
      },
    ]),
  );
  const folder = process.env.REDACTION_PEERS;
  return {
    ...ours,
    falseAlarms: await measureFalseAlarms(findPersonalData),
    speed: await measureSpeed(),
    peers:
      folder === undefined
        ? "set REDACTION_PEERS to a folder with them"
        : await scorePeers(folder, halves.heldOut),
  };
}

async function scorePeers(folder, sentences) {
  const rows = [];
  for (const { name, find, problem } of await loadPeers(folder)) {
    if (problem !== undefined) {
      rows.push({ name, problem });
      continue;
    }
    const found = new Map();
    for (const { text } of sentences) found.set(text, await find(text));
    const { overlap, exact } = scoreSpans(sentences, (text) => found.get(text));
    rows.push({ name, overlap, exact });
  }
  return rows;
}

/** Processor time, since the machine may be shared. */
async function measureSpeed() {
  const path = findRealFile("conversations/sgd_dialogues.jsonl.gz");
  if (path === null) return null;
  const conversations = [];
  for await (const record of readRealLines(path)) conversations.push({ language: null, ...record });
  const texts = conversations.flatMap(({ messages }) => messages.map(({ content }) => content));
  findPersonalData("Anna, so that the lists are loaded");
  const redaction = secondsOf(() => texts.forEach((text) => findPersonalData(text)));
  const start = process.cpuUsage();
  await createLexicalAnalyst().extractFacets(conversations);
  const { user, system } = process.cpuUsage(start);
  return {
    conversations: conversations.length,
    allMessagesPerSecond: Math.round(texts.length / redaction),
    charactersPerSecond: Math.round(texts.reduce((sum, { length }) => sum + length, 0) / redaction),
    conversationsPerSecondAllMessages: Math.round(conversations.length / redaction),
    conversationsPerSecondLexicalFacets: Math.round(conversations.length / ((user + system) / 1e6)),
  };
}

function secondsOf(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
