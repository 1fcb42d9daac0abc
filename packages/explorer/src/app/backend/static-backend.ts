import type { Backend } from "../../shared/backend.ts";
import { findReportItem, listReportItems } from "../../shared/crepe/crepe-report.ts";
import { embeddedDataSchema, type EmbeddedData } from "../../shared/embedded-data.ts";

/** Data from the file that the page is: what {@link renderReport} wrote into `element`. */
export function createStaticBackend(element: Pick<Element, "textContent">): Backend {
  let reading: Promise<EmbeddedData> | null = null;
  const read = () => (reading ??= readEmbedded(element.textContent));
  return {
    listSources: async () => (await read()).sources,
    loadClio: async (sourceId) => take((await read()).clio, sourceId),
    loadCrepe: async (sourceId) => take((await read()).crepe, sourceId).overview,
    listCrepeItems: async (sourceId, filter, page) =>
      listReportItems(take((await read()).crepe, sourceId), filter, page),
    loadCrepeItem: async (sourceId, itemId) => {
      const found = findReportItem(take((await read()).crepe, sourceId), itemId);
      if (found !== null) return found;
      throw new Error("This file holds a sample of the items, and not this one. Open the benchmark itself.");
    },
  };
}

async function readEmbedded(text: string): Promise<EmbeddedData> {
  try {
    const binary = atob(text.trim());
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return embeddedDataSchema.parse(await new Response(stream).json());
  } catch (error) {
    throw new Error("The data in this file is damaged. Get the file again from where it was written.", {
      cause: error,
    });
  }
}

/** Ids come from the address too, where somebody may have written `constructor`. */
function take<T>(byId: Readonly<Record<string, T>> | undefined, id: string): T {
  const found = byId !== undefined && Object.hasOwn(byId, id) ? byId[id] : undefined;
  if (found === undefined) throw new Error("This file does not hold that run or benchmark.");
  return found;
}
