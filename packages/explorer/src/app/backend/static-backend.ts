import type { Backend } from "../../shared/backend.ts";
import { findEmbeddedItem, listEmbeddedItems } from "../../shared/crepe/embedded-benchmark.ts";
import { embeddedDataSchema, type EmbeddedData } from "../../shared/embedded-data.ts";
import { sourcesSchema, type Source } from "../../shared/source.ts";
import { afterPaint } from "./after-paint.ts";

/** Data from the file that the page is: what `renderReport` wrote into these elements. */
export function createStaticBackend(
  elements: {
    readonly sources: Pick<Element, "textContent">;
    readonly data: Pick<Element, "textContent">;
  },
  { painted = afterPaint }: { readonly painted?: () => Promise<void> } = {},
): Backend {
  let reading: Promise<EmbeddedData> | null = null;
  const read = () => (reading ??= painted().then(() => readData(elements.data.textContent)));
  return {
    listSources: () => readSources(elements.sources.textContent),
    loadClio: async (sourceId) => take((await read()).clio, sourceId),
    loadCrepe: async (sourceId) => take((await read()).crepe, sourceId).overview,
    listCrepeItems: async (sourceId, filter, page) =>
      listEmbeddedItems(take((await read()).crepe, sourceId), filter, page),
    loadCrepeItem: async (sourceId, itemId) => {
      const found = findEmbeddedItem(take((await read()).crepe, sourceId), itemId);
      if (found !== null) return found;
      throw new Error("This file holds a sample of the items, and not this one. Open the benchmark itself.");
    },
  };
}

async function readSources(text: string): Promise<readonly Source[]> {
  return orDamaged(async () => sourcesSchema.parse(await new Response(toBytes(text)).json()).sources);
}

async function readData(text: string): Promise<EmbeddedData> {
  return orDamaged(async () => {
    const stream = new Blob([toBytes(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
    return embeddedDataSchema.parse(await new Response(stream).json());
  });
}

async function orDamaged<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new Error("The data in this file is damaged. Get the file again from where it was written.", {
      cause: error,
    });
  }
}

function toBytes(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64.trim());
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Ids come from the address too, where somebody may have written `constructor`. */
function take<T>(byId: Readonly<Record<string, T>> | undefined, id: string): T {
  const found = byId !== undefined && Object.hasOwn(byId, id) ? byId[id] : undefined;
  if (found === undefined) throw new Error("This file does not hold that run or benchmark.");
  return found;
}
