import { serveTasks } from "@observatory/core";
import { createUseLiteEncoder, type EmbedTask, type UseLiteEncoder } from "./use-lite/embed-task.ts";

let encoder: Promise<UseLiteEncoder> | undefined;

serveTasks(
  async (task: EmbedTask): Promise<Float32Array> => {
    encoder ??= createUseLiteEncoder();
    return (await encoder)(task);
  },
  ({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []),
);
