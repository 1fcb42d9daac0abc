// What tests import as `fast-check`: its properties run from one seed, so that a suite that passed here passes anywhere.
import fc, { configureGlobal } from "../../node_modules/fast-check/lib/fast-check.js";

configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? 1) });

export * from "../../node_modules/fast-check/lib/fast-check.js";
// oxlint-disable-next-line import/no-default-export -- many tests import the whole
export default fc;
