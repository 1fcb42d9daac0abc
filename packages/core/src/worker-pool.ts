import { Worker } from "node:worker_threads";

/**
 * The file of a worker's entry, beside the module that starts it.
 *
 * Worker threads of Node 20 cannot load TypeScript, so under a test runner that executes `src/` the entry of the
 * last build is taken from `dist/`.
 *
 * @param name file name with `.js`, such as `./k-means.worker.js`
 * @param moduleUrl `import.meta.url` of the caller
 */
export function workerEntry(name: string, moduleUrl: string): URL {
  const url = new URL(name, moduleUrl);
  if (moduleUrl.endsWith(".ts")) url.pathname = url.pathname.replace(/\/src\/(?!.*\/src\/)/, "/dist/");
  return url;
}

export interface WorkerPool<Task, Result> {
  readonly size: number;
  /** Runs a task on the next free worker. Rejects with the worker's error. */
  run(task: Task, transfer?: readonly ArrayBuffer[]): Promise<Result>;
  /** Runs one task on each worker, by index. Must not overlap with `run`. */
  runOnEach(task: (worker: number) => Task): Promise<Result[]>;
  /** Rejects what is queued, waits for the tasks in flight, then ends the threads. */
  close(): Promise<void>;
}

export interface WorkerPoolOptions {
  readonly threads: number;
  readonly workerData?: unknown;
}

interface Job<Task, Result> {
  readonly task: Task;
  readonly transfer: readonly ArrayBuffer[];
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** What a worker of a pool answers; `serveTasks` writes it. */
export type WorkerReply<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly error: unknown };

/**
 * Starts worker threads that each answer one task at a time. The entry calls {@link serveTasks}.
 * Idle workers do not keep the process alive.
 */
export function createWorkerPool<Task, Result>(
  entry: URL,
  options: WorkerPoolOptions,
): WorkerPool<Task, Result> {
  const queue: Job<Task, Result>[] = [];
  const current = new Map<Worker, Job<Task, Result>>();
  const idle: Worker[] = [];
  let closed = false;
  let announceIdle: (() => void) | null = null;

  const workers = Array.from({ length: Math.max(1, options.threads) }, () => {
    // Flags of a test runner, such as the condition that resolves packages to TypeScript, are not for workers.
    const worker = new Worker(entry, { workerData: options.workerData, execArgv: [] });
    worker.on("message", (reply: WorkerReply<Result>) => {
      const job = current.get(worker);
      release(worker);
      worker.unref();
      idle.push(worker);
      if (reply.ok) job?.resolve(reply.result);
      else job?.reject(reply.error);
      startNext();
    });
    worker.on("error", (error) => failAll(worker, error));
    worker.on("exit", (code) => failAll(worker, new Error(`a worker thread ended with code ${code}`)));
    worker.unref();
    idle.push(worker);
    return worker;
  });

  // The other workers stay in `current` until they answer, so that `close` waits for them too.
  const failAll = (dead: Worker, error: unknown): void => {
    closed = true;
    for (const job of [...current.values(), ...queue.splice(0)]) job.reject(error);
    release(dead);
  };

  const release = (worker: Worker): void => {
    current.delete(worker);
    if (current.size === 0) announceIdle?.();
  };

  const start = (worker: Worker, job: Job<Task, Result>): void => {
    current.set(worker, job);
    worker.ref();
    worker.postMessage(job.task, [...job.transfer]);
  };

  const startNext = (): void => {
    while (idle.length > 0 && queue.length > 0) {
      const worker = idle.shift();
      const job = queue.shift();
      if (worker && job) start(worker, job);
    }
  };

  const run = (task: Task, transfer: readonly ArrayBuffer[] = []): Promise<Result> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error("the worker pool is closed"));
      queue.push({ task, transfer, resolve, reject });
      startNext();
    });

  return {
    size: workers.length,
    run,
    runOnEach: (task) =>
      Promise.all(
        workers.map(
          (worker, index) =>
            new Promise<Result>((resolve, reject) => {
              if (closed) return reject(new Error("the worker pool is closed"));
              const position = idle.indexOf(worker);
              if (position < 0) return reject(new Error("runOnEach needs an idle pool"));
              idle.splice(position, 1);
              start(worker, { task: task(index), transfer: [], resolve, reject });
            }),
        ),
      ),
    close: async () => {
      closed = true;
      for (const job of queue.splice(0)) job.reject(new Error("the worker pool is closed"));
      // A thread that is ended inside native code takes the whole process with it.
      if (current.size > 0) await new Promise<void>((resolve) => (announceIdle = resolve));
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
