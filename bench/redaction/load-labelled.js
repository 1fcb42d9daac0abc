import { createHash } from "node:crypto";
import { findRealFile, readRealLines } from "@observatory/core/testing";

/**
 * The sentences of presidio_synth with their spans, in UTF-16 code units, in two halves that share no template: a
 * template is a sentence with its spans masked, and sentences of one `template_id` or of one mask belong together.
 * Detectors are worked out on `development` alone. Null where the data is not here.
 */
export async function loadLabelled() {
  const path = findRealFile("conversations/presidio_synth.jsonl.gz");
  if (path === null) return null;
  const sentences = [];
  for await (const { id, messages, labels } of readRealLines(path)) {
    for (const [index, { content: text }] of messages.entries()) {
      const spans = toUnits(
        text,
        labels.pii.filter(({ message }) => message === index),
      );
      sentences.push({ id, text, spans, mask: mask(text, spans), template: labels.template_id });
    }
  }
  const families = joinFamilies(sentences);
  const halves = { development: [], heldOut: [] };
  for (const sentence of sentences) {
    const byte = createHash("sha256").update(families.get(sentence.mask)).digest()[0];
    halves[byte % 2 === 0 ? "development" : "heldOut"].push({
      ...sentence,
      family: families.get(sentence.mask),
    });
  }
  return halves;
}

function toUnits(text, spans) {
  const points = Array.from(text);
  const at = (point) => points.slice(0, point).join("").length;
  return spans
    .map(({ type, start, end }) => ({ type, start: at(start), end: at(end) }))
    .sort((a, b) => a.start - b.start);
}

function mask(text, spans) {
  let masked = "";
  let position = 0;
  for (const { type, start, end } of spans) {
    masked += `${text.slice(position, start)}<${type}>`;
    position = end;
  }
  return masked + text.slice(position);
}

/** For each mask the least mask of its family. */
function joinFamilies(sentences) {
  const families = new Map(sentences.map(({ mask }) => [mask, mask]));
  for (let changed = true; changed;) {
    changed = false;
    const least = new Map();
    for (const { mask, template } of sentences) {
      const family = families.get(mask);
      if (!(least.get(template) <= family)) least.set(template, family);
    }
    for (const { mask, template } of sentences) {
      if (least.get(template) < families.get(mask)) {
        families.set(mask, least.get(template));
        changed = true;
      }
    }
  }
  return families;
}
