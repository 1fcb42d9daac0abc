import { createRandom } from "@observatory/core";
import { fictionalPerson, secretKinds } from "./secrets.ts";

/** A planted personal secret. */
export interface Canary {
  /** Value of `labels.canary` of the conversations that hold it. */
  readonly id: string;
  readonly kind: string;
  /** As it stands in the conversations: search a release for it. */
  readonly secret: string;
  /** Parts that must not be seen on their own either, such as the name in a medical detail. */
  readonly parts: readonly string[];
}

/** How many canaries a corpus has unless told otherwise: two of each kind. */
export const defaultCanaries: number = secretKinds.length * 2;

/** The secrets that `plant: ["canaries"]` lays for a seed, so that a checker can search for them. All differ. */
export function listCanaries(options: {
  readonly seed: number;
  readonly canaries?: number;
}): readonly Canary[] {
  const { seed, canaries = defaultCanaries } = options;
  const seen = new Set<string>();
  return Array.from({ length: canaries }, (_, number) => {
    const person = fictionalPerson(number);
    const random = createRandom(`${seed}/canary/${number}`);
    let made = secretKinds[number % secretKinds.length] ?? unreachable();
    let secret = made.make(random, person);
    // Of some kinds there are only a few, such as numbers kept for fiction: then the next kind takes the place.
    for (let attempt = 1; seen.has(secret); attempt++) {
      made = secretKinds[(number + Math.floor(attempt / 50)) % secretKinds.length] ?? unreachable();
      secret = made.make(random, person);
    }
    seen.add(secret);
    const parts = secret.includes(person) && secret !== person ? [person] : [];
    return { id: `canary-${String(number).padStart(3, "0")}-${made.kind}`, kind: made.kind, secret, parts };
  });
}

function unreachable(): never {
  throw new RangeError("no such kind of secret");
}
