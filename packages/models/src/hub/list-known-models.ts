import { join } from "node:path";
import { readDownloadRecord } from "./fetch-model.ts";
import { knownModels, type KnownModel } from "./known-models.ts";
import { toScorerId } from "./resolve-model.ts";

/** A model of the list, for people. */
export interface ListedModel extends Pick<KnownModel, "repository" | "activation" | "megabytes" | "paper"> {
  /** How it is asked for. */
  readonly scorer: string;
  readonly cached: boolean;
}

/** The models of the list in its order, and whether they are in a cache. */
export async function listKnownModels(cache: string): Promise<ListedModel[]> {
  return Promise.all(
    Object.entries<KnownModel>(knownModels).map(
      async ([name, { repository, activation, megabytes, paper }]) => {
        const record = await readDownloadRecord(join(cache, name.replace("/", "__")));
        return {
          scorer: toScorerId(name),
          repository,
          activation,
          megabytes,
          paper,
          cached: record !== null,
        };
      },
    ),
  );
}
