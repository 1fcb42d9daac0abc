/**
 * The words of a caption for counting: runs of ASCII letters, digits and apostrophes of the lower-cased text, and each
 * full stop and comma; everything else separates. Left to right, repetitions kept.
 */
export function toCaptionTokens(caption: string): string[] {
  return caption.toLowerCase().match(/[a-z0-9']+|[.,]/gu) ?? [];
}
