import { type EventSink, hashFile, InputError } from "@observatory/core";
import { openSource, type CaptionSource, type OpenSourceOptions } from "./caption-source.ts";

export interface OpenedSource {
  readonly source: CaptionSource;
  readonly sha256: string;
}

/** Looks at all inputs and hashes them; one without a record is passed over with a warning. Throws InputError. */
export async function openSources(
  paths: readonly string[],
  options: OpenSourceOptions & { readonly onEvent: EventSink },
): Promise<OpenedSource[]> {
  if (paths.length === 0)
    throw new InputError("no caption file was given", { hint: "Name at least one file." });
  const opened: OpenedSource[] = [];
  for (const path of paths) {
    const source = await openSource(path, options);
    if (source !== null) opened.push({ source, sha256: await hashFile(path, options) });
    else options.onEvent({ type: "warning", code: "empty-source", message: `${path} holds no record` });
  }
  return opened;
}
