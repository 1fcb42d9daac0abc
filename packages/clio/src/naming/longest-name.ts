/** Most words of a name. */
export const longestName = 10;
