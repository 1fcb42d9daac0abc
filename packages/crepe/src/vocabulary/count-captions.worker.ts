import { serveTasks } from "@observatory/core";
import { countCaptions } from "./count-captions.ts";

serveTasks(countCaptions, ({ counts }) => [counts.buffer]);
