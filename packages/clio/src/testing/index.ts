/** Made-up releases and archives, for tests of what reads them. */
export { createRelease } from "./create-release.ts";
export { createZip, type ZipEntryContent } from "./create-zip.ts";
