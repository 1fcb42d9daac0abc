import { parseJson } from "@observatory/core";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export interface ReceivedCall {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
}

/** What the server does with a call: an answer, or something ruder with the bare response. */
export type Answer =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body: unknown }
  | ((response: ServerResponse) => void);

export interface LoopbackServer extends AsyncDisposable {
  readonly url: string;
  readonly calls: readonly ReceivedCall[];
}

/** A real HTTP server on loopback for the tests of adapters; strings are sent as they are, the rest as JSON. */
export async function startServer(
  answer: (call: ReceivedCall, index: number) => Answer,
): Promise<LoopbackServer> {
  const calls: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (data: Buffer) => (text += data.toString()));
    request.on("end", () => {
      const json = parseJson(text);
      const call = { path: request.url ?? "", headers: request.headers, body: json.ok ? json.value : text };
      calls.push(call);
      send(response, answer(call, calls.length - 1));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function send(response: ServerResponse, answer: Answer): void {
  if (typeof answer === "function") return answer(response);
  const { status = 200, headers = {}, body } = answer;
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
