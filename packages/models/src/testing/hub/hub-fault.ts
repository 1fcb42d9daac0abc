import type { ServerResponse } from "node:http";

/** What goes wrong, on requests whose path holds `on`, as many times as told, else always. */
export interface HubFault {
  readonly on: string;
  readonly times?: number;
  readonly fault:
    /** The connection breaks after so many bytes of the body. */
    | { readonly kind: "cut"; readonly after: number }
    /** Nothing more comes after so many bytes of the body, and the connection stays. */
    | { readonly kind: "stall"; readonly after: number }
    /** The first byte is another. */
    | { readonly kind: "corrupt" }
    /** The body ends after so many bytes as if it were whole. */
    | { readonly kind: "short"; readonly after: number }
    /** The body never ends. */
    | { readonly kind: "endless" }
    /** Says nothing. */
    | { readonly kind: "hang" }
    /** Begins at the first byte whatever part is asked for. */
    | { readonly kind: "no-parts" }
    | {
        readonly kind: "status";
        readonly status: number;
        readonly headers?: Readonly<Record<string, string>>;
      };
}

/** The part of a file that was asked for. */
export interface ServedPart {
  readonly bytes: Uint8Array;
  readonly from: number;
}

/** Sends the part, or what a fault makes of it. */
export function sendPart(
  response: ServerResponse,
  { bytes, from: asked }: ServedPart,
  fault: HubFault["fault"] | null,
): void {
  const from = fault?.kind === "no-parts" ? 0 : asked;
  if (from >= bytes.length && bytes.length > 0) {
    response.writeHead(416, { "content-range": `bytes */${bytes.length}` }).end();
    return;
  }
  const body = Buffer.from(bytes.subarray(from));
  const range = { "content-range": `bytes ${from}-${bytes.length - 1}/${bytes.length}` };
  const start = (length: number | null): ServerResponse =>
    response.writeHead(from > 0 ? 206 : 200, {
      "accept-ranges": "bytes",
      ...(from > 0 ? range : {}),
      ...(length === null ? {} : { "content-length": String(length) }),
    });
  switch (fault?.kind) {
    case "cut":
      start(body.length).write(body.subarray(0, fault.after), () => response.destroy());
      return;
    case "stall":
      start(body.length).write(body.subarray(0, fault.after));
      return;
    case "short":
      start(Math.min(fault.after, body.length)).end(body.subarray(0, fault.after));
      return;
    case "corrupt":
      body[0] = (body[0] ?? 0) ^ 255;
      start(body.length).end(body);
      return;
    case "endless":
      start(null);
      writeForever(response, body);
      return;
    default:
      start(body.length).end(body);
  }
}

function writeForever(response: ServerResponse, body: Uint8Array): void {
  if (response.destroyed) return;
  response.write(body, () => writeForever(response, body));
}
