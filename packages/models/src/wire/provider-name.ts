import { sha256 } from "@observatory/core";
import { isLoopbackUrl } from "../prices/is-loopback-url.ts";

const homes = { anthropic: "https://api.anthropic.com", openai: "https://api.openai.com" } as const;

/**
 * The first part of a model's id: the provider, and where another server speaks its protocol, which one, since a model of
 * the same name may be another there. A server on this machine is `openai@local`, whatever its port; others are told
 * apart by a hash, so that no host stands in what is published.
 */
export function toProviderName(protocol: keyof typeof homes, baseUrl: string | undefined): string {
  if (baseUrl === undefined || new URL(baseUrl).origin === homes[protocol]) return protocol;
  if (isLoopbackUrl(baseUrl)) return `${protocol}@local`;
  return `${protocol}@${sha256(new URL(baseUrl).host).slice(0, 8)}`;
}

/** `openai@local/qwen3` -> `openai/qwen3`: the id without the server. */
export function withoutServer(modelId: string): string {
  return modelId.replace(/^([a-z]+)@[a-z0-9]+\//u, "$1/");
}
