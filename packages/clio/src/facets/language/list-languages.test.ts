import { findRealFile, readRealLines } from "@observatory/core/testing";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import type { Message } from "../../conversation.ts";
import { detectLanguage } from "./detect-language.ts";
import { listLanguages } from "./list-languages.ts";
import { nameLanguage } from "./name-language.ts";

function user(...contents: readonly string[]): readonly Message[] {
  return contents.map((content) => ({ role: "user", content }));
}

test.each([
  ["What will the weather be like tomorrow?", "en", "English"],
  ["Wie wird das Wetter morgen in Berlin?", "de", "German"],
  ["¿Qué tiempo hará mañana en Madrid?", "es", "Spanish"],
  ["Какая завтра будет погода?", "ru", "Russian"],
  ["Ертең ауа райы қандай болады?", "kk", "Kazakh"],
  ["明天的天气怎么样？", "zh", "Chinese"],
  ["播放 Michael Jackson 的歌曲", "zh", "Chinese"],
  ["明日の天気はどうですか", "ja", "Japanese"],
  ["내일 날씨가 어떻습니까", "ko", "Korean"],
  ["كيف سيكون الطقس غدا في القاهرة", "ar", "Arabic"],
  ["कल मौसम कैसा रहेगा", "hi", "Hindi"],
])("%s is %s", (text, code, name) => {
  expect(detectLanguage(text)).toEqual({ code, name, reliable: expect.any(Boolean) as unknown });
});

test("foreign names in a sentence do not change its language", () => {
  expect(detectLanguage("Aggiungi The House of the Rising Sun alla mia playlist")?.code).toBe("it");
});

test.each(["", "12 + 34 = 46", "🙂🙂", "```\nconst a = b;\n```", "https://example.org/path", "[EMAIL]"])(
  "%j is in no language",
  (text) => {
    expect(detectLanguage(text)).toBeNull();
  },
);

test("lists the languages of a mixed conversation, most used first", () => {
  const messages = user(
    "Please explain how the railway timetable of this region works and where I can buy a ticket for it.",
    "And what happens when the last train has left the station already, is there a bus at night?",
    "Merci beaucoup, pouvez-vous me répondre en français pour que ma mère comprenne aussi ?",
  );
  expect(listLanguages(messages, null)).toEqual(["English", "French"]);
});

test("the stated language decides where the text is too short, and names relatives the detector does not know", () => {
  expect(listLanguages(user("ok"), "fi")).toEqual(["Finnish"]);
  expect(listLanguages(user("Tolong setel alarm untuk besok pagi jam tujuh"), "id")).toEqual(["Indonesian"]);
  expect(listLanguages(user("What will the weather be like tomorrow in the hills?"), "id")).toEqual([
    "English",
  ]);
});

test("conversations without words have no language", () => {
  expect(listLanguages(user("1 + 1", "```\nlet a = 1;\n```"), "en")).toEqual([]);
});

test("names codes with regions and gives null for nonsense", () => {
  expect(nameLanguage("zh-Hans-CN")).toBe("Chinese");
  expect(nameLanguage("gsw")).toBe("Swiss German");
  expect(nameLanguage("not a code")).toBeNull();
});

test("never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ maxLength: 12 }), (text, code) => {
      expect(listLanguages(user(text), code).length).toBeLessThan(4);
    }),
  );
});

const parallel = findRealFile("conversations/xsid.jsonl.gz");

test.skipIf(parallel === null)("recognises the standard languages of short spoken commands", async () => {
  const record = z.object({ language: z.string(), messages: z.array(z.object({ content: z.string() })) });
  const tally = new Map<string, { right: number; total: number }>();
  for await (const line of readRealLines(parallel ?? "")) {
    const { language, messages } = record.parse(line);
    const entry = tally.get(language) ?? { right: 0, total: 0 };
    entry.total += 1;
    entry.right += Number(detectLanguage(messages[0]?.content ?? "")?.code === language);
    tally.set(language, entry);
  }
  const least = {
    ar: 0.97,
    da: 0.86,
    de: 0.95,
    en: 0.97,
    it: 0.94,
    ja: 0.98,
    kk: 0.85,
    lt: 0.92,
    nl: 0.91,
    tr: 0.88,
    zh: 0.94,
  };
  const short = Object.entries(least).filter(([code, share]) => {
    const { right, total } = tally.get(code) ?? { right: 0, total: 1 };
    return right / total < share;
  });
  expect(short).toEqual([]);
});
