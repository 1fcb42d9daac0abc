import { toContentWords } from "./content-words.ts";

const reaction =
  /^(?:(?:that|this|it|which|everything|no|yes|all|i|we|not)(?:['’]s| is| was| are|'m| am)? )?(?:(?:one|can|will|would|should|is|was|all|very|really|just|quite|so|pretty|absolutely) )*(?:sounds?|works?|seems?|looks?|suits?|will do|would be|be|good|great|fine|perfect|correct|right|nice|awesome|interesting|amazing|lovely|done|enough|i needed|all i need(?:ed)?|appreciate)(?![\p{L}]).{0,24}$/iu;
const thanks =
  /^(?:thanks?|thank you|thx|i (?:really |truly )?appreciate|bye|goodbye|спасибо|gracias|merci|danke|grazie|obrigad[oa]|谢谢|ありがとう|(?:that(?:['’]s| is| will be|['’]ll be)|nothing|not) (?:all|it|else|now|right now|at (?:this|the) (?:time|moment))).{0,60}$/iu;

/**
 * Whether a sentence only reacts ("that works for me", "thanks, bye") and asks nothing.
 *
 * @param trimmed a sentence without pleasantries.
 */
export function isFiller(trimmed: string): boolean {
  if (/[?？؟]/.test(trimmed)) return false;
  const bare = trimmed.replace(/[.!]+$/, "");
  return toContentWords(bare).size === 0 || (bare.length < 70 && (reaction.test(bare) || thanks.test(bare)));
}
