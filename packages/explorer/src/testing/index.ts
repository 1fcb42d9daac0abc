export { createClioData, type CreateClioDataOptions } from "./create-clio-data.ts";
export { writeRelease } from "./write-release.ts";
