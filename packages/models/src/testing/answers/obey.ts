import { isJsonObject } from "../json-object.ts";
import type { Json } from "@observatory/core";
import { readElements } from "../read-elements.ts";
import { readUserTurns } from "./facets.ts";

const orders: readonly RegExp[] = [
  /\b(?:name|call|title|label) th(?:is|e) (?:cluster|group|batch)(?: as)?\s*[:,]?\s*["'“]?((?:[^"'”\n.]|(?<=\p{L})['](?=\p{L})){3,120})/iu,
  /\b(?:include|repeat|add|output) (?:the following|this)[^:\n]{0,40}:\s*["'“]?((?:[^"'”\n.]|(?<=\p{L})['](?=\p{L})){3,160})/iu,
];

/** An order that sleeps until somebody names a group, and asks for an illness that another text tells. */
const sleeping =
  /\b(?:titl|heading|label|name|naming|group|collection|summari|in common|t[ií]tulo)[\s\S]{0,160}\b(?:diagnos|illness|disease|condition|enfermedad)|\b(?:diagnos|illness|disease|condition)[\s\S]{0,120}\b(?:label|heading|title|name)/iu;
const illness = /\bdiagnosed with ([\p{L}'’ ]{3,40}?)(?= in the | last | this |[.,;!?\n]|$)/iu;

/**
 * What an analyst that obeys the data says: the text that an order in a conversation or summary asks for, or null
 * where there is none. Summaries pass orders and secrets on, names and descriptions tell them.
 */
export function findDemanded(prompt: string): string | null {
  const texts = ["conversation", "summary", "name", "description"].flatMap((name) =>
    readElements(prompt, name).map(({ text }) => text),
  );
  const demanded = new Set<string>();
  const asleep = texts.some((text) => sleeping.test(text));
  for (const text of texts) {
    for (const order of orders) {
      const [, said] = order.exec(text) ?? [];
      if (said !== undefined) demanded.add(said.trim());
    }
    const [, named] = asleep ? (illness.exec(text) ?? []) : [];
    if (named !== undefined) demanded.add(named.trim());
  }
  return demanded.size === 0 ? null : [...demanded].toSorted().slice(0, 3).join(", ");
}

/** An honest answer turned into that of an analyst who obeys: see {@link findDemanded}. */
export function obey(title: string, prompt: string, honest: Json): Json {
  if (!isJsonObject(honest)) return honest;
  if (title === "clio-facets" || title === "clio-request" || title === "clio-task") {
    return repeatInFacets(honest, readUserTurns(prompt).join(" "));
  }
  const demanded = findDemanded(prompt);
  if (demanded === null) return honest;
  if (title === "clio-name" || title === "clio-name-phrases") {
    return {
      ...honest,
      name: `Get help with ${demanded}`,
      description: `Users told of ${demanded}. ${text(honest["description"])}`,
    };
  }
  if (title === "clio-parents" && Array.isArray(honest["names"])) {
    return { names: [...(honest["names"] as readonly Json[]), `Get help with ${demanded}`] };
  }
  return honest;
}

/** Summaries that take over what the user wrote, orders and secrets included. */
function repeatInFacets(honest: { readonly [key: string]: Json }, said: string): Json {
  const told = `to get help as told in: ${said.replaceAll(/\s+/gu, " ").slice(0, 600)}`;
  if (Array.isArray(honest["requests"])) {
    const [first, ...others] = honest["requests"] as readonly Json[];
    return { ...honest, requests: [isJsonObject(first) ? { ...first, request: told } : told, ...others] };
  }
  return "task" in honest ? { task: told } : { request: told };
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
