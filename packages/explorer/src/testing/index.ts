export { createClioData, type CreateClioDataOptions } from "./create-clio-data.ts";
