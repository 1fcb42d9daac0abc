import type { Failure } from "./failure.ts";

/** Something that servers understand in several ways, the best first. */
export interface Feature {
  readonly rungs: readonly string[];
  /** Recognises a refusal of this feature. */
  readonly refusal: RegExp;
  /** Where this matches as well, no rung but the last can work. Without it the next rung is tried. */
  readonly hopeless?: RegExp;
}

/** The rung of each feature. */
export type Choice<Name extends string> = Readonly<Record<Name, string>>;

/** What a server turned out to understand. */
export interface Dialect<Name extends string> {
  /**
   * Makes a call and, where the server refuses a part of it, makes it again in a humbler way, down the ladder. What
   * worked is where the next call starts. At most one call for each rung; they cost nothing, for a refused call is
   * not answered. Throws what `toRefusal` does not take for a refusal, and the refusal that nothing mends.
   */
  speak<T>(call: (choice: Choice<Name>) => Promise<T>, options: SpeakOptions<Name>): Promise<T>;
  /** Where the next call starts: what worked so far. */
  readonly choice: Choice<Name>;
}

export interface SpeakOptions<Name extends string> {
  readonly toRefusal: (error: unknown) => Failure | null;
  /** What is given up where a refusal does not say what it is about; null for nothing. */
  readonly suspect: Name | null;
}

/** Remembers for each feature the first rung that worked. */
export function createDialect<Name extends string>(features: Readonly<Record<Name, Feature>>): Dialect<Name> {
  const names = Object.keys(features) as Name[];
  const known = new Map<Name, number>();
  const isLast = (rungs: ReadonlyMap<Name, number>, name: Name): boolean =>
    (rungs.get(name) ?? 0) >= features[name].rungs.length - 1;

  const stepDown = (rungs: Map<Name, number>, failure: Failure, suspect: Name | null): boolean => {
    const named = names.find((name) => features[name].refusal.test(failure.hay) && !isLast(rungs, name));
    const name = named ?? suspect;
    if (name === null || isLast(rungs, name)) return false;
    const { rungs: all, hopeless } = features[name];
    const next = hopeless?.test(failure.hay) === true ? all.length - 1 : (rungs.get(name) ?? 0) + 1;
    rungs.set(name, next);
    return true;
  };

  const toChoice = (rungs: ReadonlyMap<Name, number>): Choice<Name> =>
    Object.fromEntries(
      names.map((name) => [name, features[name].rungs[rungs.get(name) ?? 0] ?? ""]),
    ) as Choice<Name>;

  return {
    get choice() {
      return toChoice(known);
    },
    speak: async (call, { toRefusal, suspect }) => {
      const rungs = new Map(known);
      for (;;) {
        try {
          const answer = await call(toChoice(rungs));
          // Calls run side by side: none may take back what another one has found out.
          for (const [name, rung] of rungs) known.set(name, Math.max(rung, known.get(name) ?? 0));
          return answer;
        } catch (error) {
          const refusal = toRefusal(error);
          if (refusal === null || !stepDown(rungs, refusal, suspect)) throw error;
        }
      }
    },
  };
}
