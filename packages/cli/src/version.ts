/** The version that `--version` prints and every result carries. */
export const version = "0.1.0";
