/** Made-up releases, for tests of what reads them. */
export { createRelease } from "./create-release.ts";
