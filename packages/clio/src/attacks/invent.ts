import type { Random } from "@observatory/core";

const syllables = "zor vel ix qua dri mep lun tas gro bim fel kur nov pel rha sto".split(" ");

/** A word of so many syllables that no dictionary knows. */
export function invent(random: Random, parts = 3): string {
  return Array.from({ length: parts }, () => random.pick(syllables)).join("");
}
