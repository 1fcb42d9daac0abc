/** Fewer images say nothing of a slope, and little of an interval. */
export const fewestImages = 30;
