import type { CaptionPlan, Clause } from "./caption-plan.ts";
import { glue, settleTokens, toText, type CaptionToken } from "./caption-token.ts";
import type { Claim } from "./claim.ts";
import { createMentions, joinWords, type NounPhrase } from "./mentions.ts";
import { toPredicateForms } from "./predicate-forms.ts";

/** A caption's text and the tokens that it is made of. */
export interface Wording {
  readonly text: string;
  readonly tokens: readonly CaptionToken[];
}

/**
 * Words a claim by a plan. Each atom is said exactly once; an object that has more to it is taken up again with "the".
 *
 * A caption never leaves open what a phrase belongs to: what is said of an object that was itself mentioned within a
 * phrase comes in a clause of its own, and what is denied comes last in its clause.
 */
export function wordClaim(claim: Claim, plan: CaptionPlan): Wording {
  const tokens = settleTokens(createWriter(claim, plan)());
  return { text: toText(tokens), tokens };
}

function createWriter(claim: Claim, { style, clauses, frame, verbose }: CaptionPlan): () => CaptionToken[] {
  const { graph, denied } = claim;
  const bare = style === "telegraphic";
  const mentions = createMentions(claim);

  const introduce = (id: string) => mentions.mention(id, { bare, relative: style === "relative" });
  const isRelationDenied = (index: number) => denied?.kind === "relation" && denied.relation === index;

  const objectOf = (id: string): CaptionToken[] =>
    closePhrase(mentions.mention(id, { bare, relative: false }));

  /** One relation without its subject. */
  const tell = (index: number, form: "after" | "finite", plural: boolean): CaptionToken[] => {
    const relation = graph.relations[index];
    if (relation === undefined) throw new RangeError(`no relation ${index}`);
    const forms = toPredicateForms(relation.predicate);
    const isDenied = isRelationDenied(index);
    const finite = (isDenied ? forms.deniedFinite : forms.finite)[plural ? 1 : 0];
    const after = isDenied ? forms.deniedAfterNoun : forms.afterNoun;
    const target =
      relation.object === relation.subject
        ? [glue(plural ? "themselves" : "itself")]
        : objectOf(relation.object);
    return [
      {
        text: form === "finite" ? finite : after,
        atom: { role: "relation", relation: index },
        mention: "first",
      },
      ...target,
    ];
  };

  const ordered = ({ relations }: Clause): number[] => {
    const isLast = (index: number) => {
      const target = graph.relations[index]?.object;
      if (isRelationDenied(index)) return true;
      return (
        denied !== null && denied.kind !== "relation" && denied.object === target && !mentions.isKnown(target)
      );
    };
    return [...relations].sort((a, b) => Number(isLast(a)) - Number(isLast(b)));
  };

  /** "is on a mat and next to a ball" */
  const finite = (relations: readonly number[], plural: boolean): CaptionToken[] => {
    const copula = plural ? "are " : "is ";
    return joinWords(
      relations.map((index, position) => {
        const [head, ...rest] = tell(index, "finite", plural);
        if (head === undefined) return rest;
        const previous = relations[position - 1];
        const wasCopula = previous !== undefined && finiteOf(previous, plural).startsWith(copula);
        const short =
          !verbose &&
          wasCopula &&
          head.text.startsWith(copula) &&
          !isRelationDenied(index) &&
          !isRelationDenied(previous);
        return [short ? { ...head, text: head.text.slice(copula.length) } : head, ...rest];
      }),
      "and",
    );
  };
  const finiteOf = (index: number, plural: boolean): string => {
    const forms = toPredicateForms(graph.relations[index]?.predicate ?? "");
    return (isRelationDenied(index) ? forms.deniedFinite : forms.finite)[plural ? 1 : 0];
  };

  /** A noun with everything said of it, as one noun phrase. */
  const nominal = (clause: Clause): CaptionToken[] => {
    const phrase = introduce(clause.subject);
    const relations = ordered(clause);
    if (phrase.predicates.length === 0 && !(style === "relative" && relations.length > 0))
      return [
        ...phrase.tokens,
        ...joinWords(
          relations.map((index) => tell(index, "after", phrase.plural)),
          "and",
        ),
      ];
    const verb = glue(phrase.plural ? "are" : "is");
    // One verb for all of them: "is small and orange, is on a mat and has a ball".
    const said = phrase.predicates.length === 0 ? [] : [[verb, ...joinWords(phrase.predicates, "and")]];
    return [
      ...phrase.tokens,
      glue("that"),
      ...joinWords([...said, ...relations.map((index) => finite([index], phrase.plural))], "and"),
    ];
  };

  /** A whole sentence about an object, known or new. */
  const sentence = (clause: Clause): CaptionToken[] => {
    const phrase = introduce(clause.subject);
    return [...closePhrase(phrase), ...finite(ordered(clause), phrase.plural)];
  };
  const thereIs = (clause: Clause): CaptionToken[] => {
    const words = nominal(clause);
    return [glue(isPlural(claim, clause.subject) ? "there are" : "there is"), ...words];
  };

  const fronted = (clause: Clause): CaptionToken[] => {
    const relations = ordered(clause);
    const first = relations.find(
      (index) =>
        !isRelationDenied(index) &&
        toPredicateForms(graph.relations[index]?.predicate ?? "").kind === "spatial" &&
        graph.relations[index]?.object !== clause.subject,
    );
    if (first === undefined) return relations.length === 0 ? thereIs(clause) : sentence(clause);
    const place = tell(first, "after", false);
    const others = relations.filter((index) => index !== first);
    const phrase = introduce(clause.subject);
    const subject = closePhrase(phrase);
    const more = others.length === 0 ? [] : [glue(", which"), ...finite(others, phrase.plural)];
    return [...place, glue(phrase.plural ? "are" : "is"), ...subject, ...more];
  };

  const write = (clause: Clause): CaptionToken[] => {
    const known = mentions.isKnown(clause.subject);
    switch (style) {
      case "plain":
        if (!known) return nominal(clause);
        return [
          glue("with"),
          ...objectOf(clause.subject),
          ...joinWords(
            ordered(clause).map((index) => tell(index, "after", false)),
            "and",
          ),
        ];
      case "telegraphic":
        return known
          ? [
              ...objectOf(clause.subject),
              ...joinWords(
                ordered(clause).map((index) => tell(index, "after", false)),
                "and",
              ),
            ]
          : nominal(clause);
      case "relative":
        return known ? [glue("where"), ...sentence(clause)] : nominal(clause);
      case "sentence":
        return known || clause.relations.length > 0 ? sentence(clause) : thereIs(clause);
      case "there-is":
        return known ? sentence(clause) : thereIs(clause);
      case "fronted":
        return fronted(clause);
      case "listing":
        return sentence(clause);
    }
    return style satisfies never;
  };

  const opening =
    frame === ""
      ? []
      : [glue(style === "sentence" || style === "there-is" || style === "fronted" ? `${frame},` : frame)];
  return () => {
    if (style === "telegraphic") return [...opening, ...joinClauses(bareFirst(clauses).map(write), false)];
    if (style !== "listing") {
      const areNouns = style === "plain" && clauses.every(({ relations }) => relations.length === 0);
      const told = clauses.map(write);
      return [...opening, ...(areNouns ? joinWords(told, "and") : joinClauses(told, true))];
    }
    // Everything is named first, so that what is denied of an object's existence has nothing after it.
    const names = clauses.flatMap(({ subject, relations }) => [
      subject,
      ...relations.map((index) => graph.relations[index]?.object ?? subject),
    ]);
    const list = [...new Set(names)].map((id) => closePhrase(introduce(id)));
    const told = clauses.filter(({ relations }) => relations.length > 0);
    const where = told.length === 0 ? [] : [glue(", where"), ...joinClauses(told.map(write), true)];
    return [...opening, ...joinWords(list, "and"), ...where];
  };
}

/** Adds "that is not black" where a phrase has predicates. */
function closePhrase({ tokens, predicates, plural }: NounPhrase): CaptionToken[] {
  if (predicates.length === 0) return [...tokens];
  return [...tokens, glue(plural ? "that are" : "that is"), ...joinWords(predicates, "and")];
}

/** A noun alone comes first: after "far from a snail" it would be read as a second thing to be far from. */
function bareFirst(clauses: readonly Clause[]): Clause[] {
  return [...clauses].sort((a, b) => Math.min(1, a.relations.length) - Math.min(1, b.relations.length));
}

function joinClauses(clauses: readonly (readonly CaptionToken[])[], withAnd: boolean): CaptionToken[] {
  return clauses.flatMap((clause, index) => {
    if (index === 0) return [...clause];
    return withAnd && index === clauses.length - 1 ? [glue(", and"), ...clause] : [glue(","), ...clause];
  });
}

function isPlural(claim: Claim, id: string): boolean {
  return createMentions(claim).mention(id, { bare: true, relative: false }).plural;
}
