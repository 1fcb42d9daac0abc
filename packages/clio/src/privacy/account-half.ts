import { createHash } from "node:crypto";

/** Which of two halves an account is of: by a hash, so that it is the same at every stage and level of a run. */
export function halfOfAccount(account: string, seed: number): 0 | 1 {
  const [byte = 0] = createHash("sha256").update(`half\n${seed}\n${account}`).digest();
  return byte < 128 ? 0 : 1;
}
