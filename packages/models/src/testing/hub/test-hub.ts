import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listenOnLoopback } from "../http-server.ts";
import {
  answerAsHub,
  answerAsStore,
  type HubAnswer,
  type HubAnswerOptions,
  type HubQuestion,
} from "./hub-answers.ts";
import { readHubContent } from "./hub-content.ts";
import { sendPart, type HubFault } from "./hub-fault.ts";

export interface TestHubOptions extends Omit<HubAnswerOptions, "storeUrl"> {
  /** Folders by the repository that they are served as. */
  readonly repositories: Readonly<Record<string, string>>;
  readonly faults?: readonly HubFault[];
}

export interface HubRequest {
  /** Of the hub, or of where it keeps large files, which is another origin. */
  readonly server: "hub" | "store";
  readonly path: string;
  readonly range: string | null;
  readonly authorization: string | null;
}

export interface TestHub extends AsyncDisposable {
  readonly url: string;
  /** The commit of every repository. */
  readonly commit: string;
  /** In the order in which they came. */
  readonly requests: readonly HubRequest[];
}

/**
 * A hub of models on 127.0.0.1 that speaks Hugging Face's protocol as huggingface_hub uses it: the commit of a revision,
 * listings with git's and LFS' digests, files with redirects of large ones to another origin, parts of files, error codes.
 * Goes wrong on demand.
 *
 * @example
 * await using hub = await startTestHub({ repositories: { "immich-app/tiny__test": "fixtures/tiny-clip" } });
 */
export async function startTestHub(options: TestHubOptions): Promise<TestHub> {
  const content = readHubContent(options.repositories);
  const requests: HubRequest[] = [];
  const takeFault = createFaults(options.faults ?? []);
  const listen = (server: HubRequest["server"], answer: (question: HubQuestion) => HubAnswer) =>
    listenOnLoopback(
      createServer((incoming, response) => {
        const { range = null, authorization = null } = incoming.headers;
        const question = toQuestion(incoming);
        requests.push({ server, path: question.path, range, authorization });
        const answered = answer(question);
        // What goes wrong with a large file goes wrong where it is kept.
        send(response, answered, answered.status === 302 ? null : takeFault(question.path));
      }),
      { port: 0 },
    );
  const store = await listen("store", (question) => answerAsStore(question, content));
  const hub = await listen("hub", (question) =>
    answerAsHub(question, content, { ...options, storeUrl: store.url }),
  );
  return {
    url: hub.url,
    commit: content.commit,
    requests,
    [Symbol.asyncDispose]: async () => {
      await hub[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}

/** Gives the fault of a request, as long as there is one left. */
function createFaults(faults: readonly HubFault[]): (path: string) => HubFault["fault"] | null {
  const left = faults.map((fault) => ({ ...fault, times: fault.times ?? Infinity }));
  return (path) => {
    const found = left.find(({ on, times }) => times > 0 && path.includes(on));
    if (found === undefined) return null;
    found.times--;
    return found.fault;
  };
}

function toQuestion({ url = "", headers }: IncomingMessage): HubQuestion {
  return {
    path: decodeURIComponent(url),
    authorization: headers.authorization ?? null,
    from: Number(/^bytes=(\d+)-/u.exec(headers.range ?? "")?.[1] ?? 0),
  };
}

function send(
  response: ServerResponse,
  { status, headers, body }: HubAnswer,
  fault: HubFault["fault"] | null,
): void {
  if (fault?.kind === "hang") return;
  if (fault?.kind === "status") {
    response.writeHead(fault.status, { ...fault.headers }).end();
    return;
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (typeof body === "string") response.writeHead(status).end(body);
  else sendPart(response, body, fault);
}
