import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Redactors from npm that are installed in `folder`, each as `(text) => findings`, out of the box. What is not there is left
 * out. Most give back the redacted text alone, so the spans are the words that are gone.
 */
export async function loadPeers(folder) {
  const load = loader(folder);
  const peers = [];
  for (const { name, open } of known) {
    try {
      peers.push({ name, ...open(await load(name)) });
    } catch (error) {
      peers.push({ name, problem: String(error.message ?? error).slice(0, 120) });
    }
  }
  return peers;
}

function loader(folder) {
  const require = createRequire(join(resolve(folder), "x.js"));
  return async (name) => import(pathToFileURL(require.resolve(name)).href);
}

const known = [
  { name: "redact-pii", open: (module) => fromText((text) => sync(module).redact(text)) },
  { name: "@libretto/redact-pii-light", open: (module) => fromText((text) => sync(module).redact(text)) },
  {
    name: "@redactpii/node",
    open: (module) => {
      const { Redactor } = module.default ?? module;
      const redactor = new Redactor();
      return fromText((text) => redactor.redact(text));
    },
  },
  { name: "@arcjet/redact", open: ({ redact }) => fromText(async (text) => (await redact(text))[0]) },
  {
    name: "openredaction",
    open: ({ OpenRedaction }) => {
      const redactor = new OpenRedaction({ redactionMode: "placeholder" });
      return fromText(async (text) => (await redactor.detect(text)).redacted);
    },
  },
  {
    name: "compromise",
    open: ({ default: nlp }) => ({
      find: async (text) => {
        const found = nlp(text);
        return [found.people(), found.phoneNumbers(), found.emails(), found.urls()].flatMap((view) =>
          view.json({ offset: true }).map(({ offset }) => ({
            kind: "any",
            start: offset.start,
            end: offset.start + offset.length,
          })),
        );
      },
    }),
  },
];

let redactors = new Map();
function sync(module) {
  const made = redactors.get(module) ?? new (module.SyncRedactor ?? module.default.SyncRedactor)();
  redactors = redactors.set(module, made);
  return made;
}

function fromText(redact) {
  return { find: async (text) => toMissing(text, await redact(text)) };
}

/** The stretches of a text that a redacted one lacks: what is left of its words after their longest common subsequence. */
function toMissing(text, redacted) {
  if (redacted === text) return [];
  const [from, to] = [split(text), split(redacted)];
  const width = to.length + 1;
  const lengths = new Uint16Array((from.length + 1) * width);
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        from[i].text === to[j].text
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  const missing = [];
  for (let i = 0, j = 0; i < from.length;) {
    if (j < to.length && from[i].text === to[j].text) [i, j] = [i + 1, j + 1];
    else if (j < to.length && lengths[i * width + j + 1] > lengths[(i + 1) * width + j]) j++;
    else {
      const last = missing.at(-1);
      if (last !== undefined && last.end === from[i].start) last.end = from[i].end;
      else missing.push({ kind: "any", start: from[i].start, end: from[i].end });
      i++;
    }
  }
  return missing.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

function split(text) {
  return Array.from(text.matchAll(/[\p{L}\p{M}]+|\p{N}+|[^]/gu), ([word], index) => ({
    text: word,
    index,
  })).reduce((words, { text: word }) => {
    const start = words.at(-1)?.end ?? 0;
    words.push({ text: word, start, end: start + word.length });
    return words;
  }, []);
}
