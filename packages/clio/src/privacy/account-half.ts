import { createHash } from "node:crypto";

/** Which of two halves an account is of: by a hash, so that it is the same at every stage and level of a run. */
export function halfOfAccount(account: string, seed: number): 0 | 1 {
  const [byte = 0] = createHash("sha256").update(`half\n${seed}\n${account}`).digest();
  return byte < 128 ? 0 : 1;
}

/** A half of the accounts with fewer members than this says too little by itself. */
const leastInHalf = 5;

/** Whether members are too few in one of the halves for each half to be a sample of its own. */
export function hasSmallHalf(halves: readonly (0 | 1)[]): boolean {
  const second = halves.reduce<number>((sum, half) => sum + half, 0);
  return Math.min(second, halves.length - second) < leastInHalf;
}
