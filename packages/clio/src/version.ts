/** The version of the instrument that every result carries. */
export const version = "0.1.0";
