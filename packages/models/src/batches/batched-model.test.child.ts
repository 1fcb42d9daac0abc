import { connect, openBatched, openFileLog, toRequest, type TestProtocol } from "./batches.test.helper.ts";

/** Asks for as many answers as told and gets stuck: before the id of the batch is written down, or right after. */
export async function getStuck(
  setting: { readonly protocol: TestProtocol; readonly url: string; readonly path: string; readonly calls: number },
  moment: "before-id" | "after-id",
  tell: (what: string) => void,
): Promise<void> {
  const log = openFileLog(setting.path);
  const stuck = new Promise<never>(() => {});
  const model = openBatched(connect(setting.protocol, setting.url), {
    entries: log.entries,
    append: async (entry) => {
      const isId = JSON.stringify(entry).includes('"submitted"');
      if (!isId || moment === "after-id") await log.append(entry);
      if (!isId) return;
      tell("stuck");
      await stuck;
    },
  });
  await Promise.all(Array.from({ length: setting.calls }, (_, i) => model.generate(toRequest(`call ${i}`))));
}
