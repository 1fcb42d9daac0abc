import { once } from "@observatory/core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { foldWord } from "./fold-word.ts";
import { romanisedNames } from "./romanised-names.ts";

interface KnownNames {
  readonly given: ReadonlySet<string>;
  readonly family: ReadonlySet<string>;
}

const name = z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]);
const list = z.array(name);
const lists = z.union([list, z.record(z.string(), z.union([list, z.null(), z.undefined()]))]).nullish();
const person = z.object({ first_name: lists, last_name: lists });
const locales = z.object({ allLocales: z.record(z.string(), z.object({ person: person.optional() })) });

const known = once((): KnownNames => {
  const require = createRequire(import.meta.url);
  const given = new Set(romanisedNames.map(foldWord));
  const family = new Set<string>();
  // Loaded when the first text is looked at: it takes a third of a second, which no other command shall pay.
  for (const { person } of Object.values(locales.parse(require("@faker-js/faker")).allLocales)) {
    addAll(given, person?.first_name);
    addAll(family, person?.last_name);
  }
  const dictionary = dirname(require.resolve("@cspell/dict-people-names/cspell-ext.json"));
  for (const line of readFileSync(join(dictionary, "dict", "people-names.txt"), "utf8").split("\n")) {
    // The list does not tell given names from family names.
    if (line !== "" && !line.startsWith("#")) family.add(foldWord(line.trim()));
  }
  return { given, family };
});

function addAll(names: Set<string>, source: z.infer<typeof lists>): void {
  const groups =
    source === null || source === undefined ? [] : Array.isArray(source) ? [source] : Object.values(source);
  for (const group of groups) {
    for (const entry of group ?? []) {
      for (const word of entry.split(/[\s-]+/)) if (word.length > 1) names.add(foldWord(word));
    }
  }
}

/**
 * Whether a word is a given name in one of some seventy languages and countries (the lists of `@faker-js/faker`, and names in Latin
 * letters of languages with another script). Many are ordinary words or places, too.
 */
export function isGivenName(word: string): boolean {
  return known().given.has(foldWord(word));
}

/** Whether a word is a family name there, or in the list of names of `@cspell/dict-people-names`. */
export function isFamilyName(word: string): boolean {
  return known().family.has(foldWord(word));
}

/** All given names, folded. */
export function everyGivenName(): Iterable<string> {
  return known().given;
}
