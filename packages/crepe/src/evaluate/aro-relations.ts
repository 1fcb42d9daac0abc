/**
 * The relations that ARO's tables of VG-Relation name (Yuksekgonul et al. 2023, appendix); its macro accuracy leaves out
 * those that hold both ways round or are rare.
 */
export const aroRelations: ReadonlySet<string> = new Set(
  [
    "above, at, behind, below, beneath, in, in front of, inside, on, on top of, to the left of, to the right of, under",
    "carrying, covered by, covered in, covered with, covering, cutting, eating, feeding, grazing on, hanging on, holding",
    "leaning on, looking at, lying in, lying on, parked on, reflected in, resting on, riding, sitting at, sitting in",
    "sitting on, sitting on top of, standing by, standing in, standing on, surrounded by, using, walking in, walking on",
    "watching, wearing",
  ].flatMap((names) => names.split(", ")),
);
