import type { Json } from "@observatory/core";
import { replyJson, type HttpReply, type HttpRequest } from "../http-reply.ts";
import { createdAt } from "../openai-protocol.ts";
import { ProviderFailure } from "../provider-failure.ts";
import type { ProviderState } from "../provider-state.ts";
import type { StoredFile } from "./file-store.ts";

const root = "/v1/files";

/** Answers what is asked below `/v1/files`, or null where that is nothing it knows. */
export async function handleOpenAiFiles(
  state: ProviderState,
  request: HttpRequest,
): Promise<HttpReply | null> {
  const { method, path } = request;
  const [id, action] = path.slice(root.length).split("/").slice(1);
  if (!path.startsWith(root)) return null;
  if (id === undefined) return method === "POST" ? upload(state, request) : null;
  const file = state.files.get(id);
  if (file === undefined) throw new ProviderFailure("not-found", `No such File object: ${id}`);
  if (method === "DELETE") return replyJson({ id, object: "file", deleted: state.files.remove(id) });
  if (method !== "GET") return null;
  if (action === undefined) return replyJson(write(file));
  const headers = { "content-type": "application/octet-stream" };
  return action === "content" ? { kind: "whole", status: 200, headers, text: file.text } : null;
}

async function upload(state: ProviderState, request: HttpRequest): Promise<HttpReply> {
  const bytes = await request.read(8 * state.settings.maxBodyBytes);
  const form = await readForm(bytes, request.headers["content-type"] ?? "");
  const file = form?.get("file");
  const purpose = form?.get("purpose");
  if (typeof file !== "object" || file === null || typeof purpose !== "string") {
    throw new ProviderFailure("invalid-request", "A form with 'file' and 'purpose' is required.");
  }
  return replyJson(write(state.files.add({ name: file.name, purpose, text: await file.text() })));
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData | null> {
  try {
    return await new Response(bytes, { headers: { "content-type": contentType } }).formData();
  } catch {
    return null;
  }
}

function write(file: StoredFile): Json {
  return {
    id: file.id,
    object: "file",
    bytes: Buffer.byteLength(file.text),
    created_at: createdAt,
    filename: file.name,
    purpose: file.purpose,
    status: "processed",
  };
}
