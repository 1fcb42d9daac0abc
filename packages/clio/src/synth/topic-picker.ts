import { createRandom, type Random } from "@observatory/core";
import type { Corpus } from "./corpus.ts";
import { synthFindings, type SynthLanguage } from "./findings.ts";

export interface TopicPicker {
  /**
   * The position of a topic that is written in `language`, by how often it is asked there. `progress` is the
   * moment as a fraction of the time span; null leaves out the topics that come and go.
   */
  pick(random: Random, language: SynthLanguage, progress: number | null): number;
}

/** Parts of the time span in which the popularity of topics is held constant. */
const steps = 48;

/** Creates the popularity of topics: skewed, different in every language, changing in time. */
export function createTopicPicker(corpus: Corpus, seed: number): TopicPicker {
  const popularity = corpus.topics.map(
    (topic) => topic.weight * Math.exp(0.45 * createRandom(`${seed}/popularity/${topic.id}`).normal()),
  );
  const tables = new Map<string, Float64Array>();
  const tableOf = (language: SynthLanguage, step: number): Float64Array => {
    const key = `${language}/${step}`;
    const known = tables.get(key);
    if (known !== undefined) return known;
    const sums = new Float64Array(corpus.topics.length);
    let total = 0;
    for (const [i, topic] of corpus.topics.entries()) {
      if (topic.text.has(language)) {
        total += (popularity[i] ?? 0) * languageFactor(language, topic.id) * timeFactor(topic.id, step);
      }
      sums[i] = total;
    }
    tables.set(key, sums);
    return sums;
  };
  return {
    pick: (random, language, progress) => {
      const sums = tableOf(
        language,
        progress === null ? -1 : Math.min(steps - 1, Math.floor(progress * steps)),
      );
      const wanted = random.next() * (sums.at(-1) ?? 0);
      let low = 0;
      let high = sums.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sums[middle] ?? 0) > wanted) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}

function languageFactor(language: SynthLanguage, topic: string): number {
  return synthFindings.overRepresented.find((f) => f.language === language && f.topic === topic)?.weight ?? 1;
}

function timeFactor(topic: string, step: number): number {
  const { launch, fade } = synthFindings;
  if (topic !== launch.topic && topic !== fade.topic) return 1;
  if (step < 0) return 0;
  const progress = step / steps;
  if (topic === fade.topic) return 5 * Math.exp(-5 * progress);
  return progress < launch.at ? 0 : 0.5 + (4 * (progress - launch.at)) / (1 - launch.at);
}
