import { toPredicateForms } from "../render/predicate-forms.ts";
import { parseCaption } from "./parse-caption.ts";

/**
 * A predicate as the caption parser would have written it, whatever a source calls it: "is wearing" gives "wear",
 * "parked on" "park on", "left of" "at the left of". One that the parser reads in another way comes back unchanged.
 *
 * Vocabularies are counted from parsed captions: only in this form can a source's predicate be found in one.
 */
export function toParsedPredicate(predicate: string): string {
  const known = forms.get(predicate);
  if (known !== undefined) return known;
  const { objects, relations } = parseCaption(`a cat ${toPredicateForms(predicate).finite[0]} a dog`);
  const [relation] = relations;
  const nameOf = (id: string | undefined) => objects.find((object) => object.id === id)?.name;
  const isPlain =
    relations.length === 1 && nameOf(relation?.subject) === "cat" && nameOf(relation?.object) === "dog";
  const parsed = isPlain && relation !== undefined ? relation.predicate : predicate;
  if (forms.size < 20_000) forms.set(predicate, parsed);
  return parsed;
}

const forms = new Map<string, string>();
