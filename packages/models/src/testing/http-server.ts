import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { HttpReply, HttpRequest } from "./http-reply.ts";
import { ProviderFailure } from "./provider-failure.ts";

export interface LocalServer extends AsyncDisposable {
  readonly url: string;
}

/** Serves on 127.0.0.1 until disposed of; what is still open is then cut off. Throws where the port is taken. */
export async function startLocalServer(
  handle: (request: HttpRequest) => Promise<HttpReply>,
  options: { readonly port: number },
): Promise<LocalServer> {
  const closing = new AbortController();
  const server = createServer((incoming, response) => {
    void answer(incoming, response, { handle, closing: closing.signal });
  });
  return await listenOnLoopback(server, { port: options.port, onClose: () => closing.abort() });
}

/** Listens on 127.0.0.1, on any port where it is 0, until disposed of; what is still open is then cut off. */
export async function listenOnLoopback(
  server: Server,
  { port, onClose = () => {} }: { readonly port: number; readonly onClose?: () => void },
): Promise<LocalServer> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");

  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      onClose();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Handling {
  readonly handle: (request: HttpRequest) => Promise<HttpReply>;
  readonly closing: AbortSignal;
}

async function answer(
  incoming: IncomingMessage,
  response: ServerResponse,
  { handle, closing }: Handling,
): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  try {
    const signal = AbortSignal.any([gone.signal, closing]);
    send(response, await handle(toRequest(incoming, signal)));
  } catch (error) {
    if (gone.signal.aborted || closing.aborted) response.destroy();
    else {
      const told = error instanceof Error ? error.message : String(error);
      response
        .writeHead(500, { "content-type": "text/plain" })
        .end(`the test provider itself failed: ${told}`);
    }
  }
}

function send(response: ServerResponse, reply: HttpReply): void {
  if (response.destroyed) return;
  switch (reply.kind) {
    case "whole":
      response.writeHead(reply.status, {
        ...reply.headers,
        "content-length": String(Buffer.byteLength(reply.text)),
      });
      response.end(reply.text);
      reply.onSent?.();
      return;
    case "hang":
      return;
    case "cut": {
      const bytes = Buffer.from(reply.text);
      response.writeHead(200, {
        "content-type": "application/json",
        "content-length": String(bytes.byteLength),
      });
      response.write(bytes.subarray(0, Math.floor(bytes.byteLength / 2)), () => response.destroy());
      return;
    }
    default:
      reply satisfies never;
  }
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): HttpRequest {
  const url = new URL(`http://127.0.0.1${incoming.url ?? "/"}`);
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(", ")]),
  );
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    headers,
    signal,
    read: async (maxBytes) => {
      const chunks: Uint8Array[] = [];
      let bytes = 0;
      for await (const chunk of incoming) {
        if (!(chunk instanceof Uint8Array)) continue;
        bytes += chunk.byteLength;
        // The rest is read too, so that the caller is done sending when the error comes.
        if (bytes <= maxBytes) chunks.push(chunk);
      }
      if (bytes > maxBytes) {
        throw new ProviderFailure("too-large", "Request exceeds the maximum allowed number of bytes.");
      }
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
}
