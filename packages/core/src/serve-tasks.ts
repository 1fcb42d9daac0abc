import { parentPort } from "node:worker_threads";
import type { WorkerReply } from "./worker-pool.ts";

/** The loop of a worker's entry: answers each task of the pool that started this thread. */
export function serveTasks<Task, Result>(
  handle: (task: Task) => Promise<Result> | Result,
  transferOf: (result: Result) => readonly ArrayBuffer[] = () => [],
): void {
  const port = parentPort;
  if (!port) throw new Error("serveTasks must be called in a worker thread");
  const answer = async (task: Task): Promise<void> => {
    let reply: WorkerReply<Result>;
    try {
      const result = await handle(task);
      reply = { ok: true, result };
      port.postMessage(reply, [...transferOf(result)]);
    } catch (error) {
      reply = { ok: false, error };
      port.postMessage(reply);
    }
  };
  port.on("message", (task: Task) => void answer(task));
}
