import { isIP } from "node:net";
import type { Finding } from "./finding.ts";
import { findMatches } from "./find-matches.ts";

const version4 = /(?<![\p{L}\p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}]|\.\d)/gu;
const version6 = /(?<![\p{L}\p{N}:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\p{L}\p{N}:])/giu;
const mac = /(?<![\p{L}\p{N}:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![\p{L}\p{N}:-])/giu;
const isPrivate = /^(?:127\.|0\.0\.0\.0|255\.|::1?$)/;

/** IP addresses of both versions and MAC addresses; loopback and wildcard addresses name nobody and stay. */
export function detectIp(text: string): readonly Finding[] {
  if (!/\d\.\d|:/.test(text)) return [];
  return [
    ...findMatches(text, "ip", version4, isPublicIp),
    ...findMatches(text, "ip", version6, (value) => value.length >= 6 && isPublicIp(value)),
    ...findMatches(text, "ip", mac),
  ];
}

function isPublicIp(value: string): boolean {
  return isIP(value) !== 0 && !isPrivate.test(value);
}
