import type { EncoderManifest } from "../dual-encoder/encoder-manifest.ts";

/** What is known of a model before anything of it is there. */
export interface KnownModel {
  /** On the hub. */
  readonly repository: string;
  /** Whether it is a system of the CREPE paper (section 4). */
  readonly paper: boolean;
  /** What its weights were trained with, by open_clip's list; null where the export is taken as it is. */
  readonly activation: "gelu" | "quickgelu" | null;
  /** Of `scale * cosine + bias`; null where it is not known, so that scores are cosines. Order does not depend on it. */
  readonly logit: { readonly scale: number; readonly bias: number } | null;
  /** About how much there is to fetch: four bytes a weight. */
  readonly megabytes: number;
  /** Said here where the repository says it in no way that is read; its files are then those that it names. */
  readonly manifest?: EncoderManifest;
}

const openAi = { paper: true, activation: "quickgelu", logit: { scale: 100, bias: 0 } } as const;
const quick = { paper: true, activation: "quickgelu", logit: null } as const;
const exact = { paper: true, activation: "gelu", logit: null } as const;
const sigLip = { paper: false, activation: null, logit: null } as const;
const mobile = { paper: false, activation: "gelu", logit: null } as const;

/**
 * Models by the architecture and the tag of open_clip. Activations are open_clip 3.3's; OpenAI's scale is what its weights
 * end at.
 */
export const knownModels = {
  "RN50/openai": { ...openAi, repository: "immich-app/RN50__openai", megabytes: 408 },
  "RN101/openai": { ...openAi, repository: "immich-app/RN101__openai", megabytes: 479 },
  "ViT-B-32/openai": { ...openAi, repository: "immich-app/ViT-B-32__openai", megabytes: 606 },
  "ViT-B-16/openai": { ...openAi, repository: "immich-app/ViT-B-16__openai", megabytes: 598 },
  "ViT-L-14/openai": { ...openAi, repository: "immich-app/ViT-L-14__openai", megabytes: 1710 },
  "RN50/cc12m": { ...quick, repository: "immich-app/RN50__cc12m", megabytes: 408 },
  "RN50/yfcc15m": { ...quick, repository: "immich-app/RN50__yfcc15m", megabytes: 408 },
  "RN101/yfcc15m": { ...quick, repository: "immich-app/RN101__yfcc15m", megabytes: 479 },
  "ViT-B-32/laion400m_e31": { ...quick, repository: "immich-app/ViT-B-32__laion400m_e31", megabytes: 606 },
  "ViT-B-32/laion400m_e32": { ...quick, repository: "immich-app/ViT-B-32__laion400m_e32", megabytes: 606 },
  "ViT-B-16/laion400m_e31": { ...exact, repository: "immich-app/ViT-B-16__laion400m_e31", megabytes: 598 },
  "ViT-B-16/laion400m_e32": { ...exact, repository: "immich-app/ViT-B-16__laion400m_e32", megabytes: 598 },
  "ViT-B-16-plus-240/laion400m_e31": {
    ...exact,
    repository: "immich-app/ViT-B-16-plus-240__laion400m_e31",
    megabytes: 834,
  },
  "ViT-B-16-plus-240/laion400m_e32": {
    ...exact,
    repository: "immich-app/ViT-B-16-plus-240__laion400m_e32",
    megabytes: 834,
  },
  "ViT-L-14/laion400m_e31": { ...exact, repository: "immich-app/ViT-L-14__laion400m_e31", megabytes: 1710 },
  "ViT-L-14/laion400m_e32": { ...exact, repository: "immich-app/ViT-L-14__laion400m_e32", megabytes: 1710 },

  "RN50x4/openai": { ...openAi, paper: false, repository: "immich-app/RN50x4__openai", megabytes: 713 },
  "RN50x16/openai": { ...openAi, paper: false, repository: "immich-app/RN50x16__openai", megabytes: 1164 },
  "RN50x64/openai": { ...openAi, paper: false, repository: "immich-app/RN50x64__openai", megabytes: 2493 },
  "ViT-L-14-336/openai": {
    ...openAi,
    paper: false,
    repository: "immich-app/ViT-L-14-336__openai",
    megabytes: 1712,
  },
  "ViT-B-32/laion2b_e16": {
    ...exact,
    paper: false,
    repository: "immich-app/ViT-B-32__laion2b_e16",
    megabytes: 606,
  },
  "ViT-B-32/laion2b_s34b_b79k": {
    ...exact,
    paper: false,
    repository: "immich-app/ViT-B-32__laion2b-s34b-b79k",
    megabytes: 606,
  },
  "ViT-L-14/laion2b_s32b_b82k": {
    ...exact,
    paper: false,
    repository: "immich-app/ViT-L-14__laion2b-s32b-b82k",
    megabytes: 1710,
  },

  "ViT-B-16-SigLIP/webli": { ...sigLip, repository: "immich-app/ViT-B-16-SigLIP__webli", megabytes: 813 },
  "ViT-B-16-SigLIP-256/webli": {
    ...sigLip,
    repository: "immich-app/ViT-B-16-SigLIP-256__webli",
    megabytes: 813,
  },
  "ViT-B-16-SigLIP-384/webli": {
    ...sigLip,
    repository: "immich-app/ViT-B-16-SigLIP-384__webli",
    megabytes: 814,
  },
  "ViT-B-16-SigLIP-512/webli": {
    ...sigLip,
    repository: "immich-app/ViT-B-16-SigLIP-512__webli",
    megabytes: 815,
  },
  "ViT-L-16-SigLIP-256/webli": {
    ...sigLip,
    repository: "immich-app/ViT-L-16-SigLIP-256__webli",
    megabytes: 2609,
  },
  "ViT-L-16-SigLIP-384/webli": {
    ...sigLip,
    repository: "immich-app/ViT-L-16-SigLIP-384__webli",
    megabytes: 2610,
  },
  "ViT-SO400M-14-SigLIP-384/webli": {
    ...sigLip,
    repository: "immich-app/ViT-SO400M-14-SigLIP-384__webli",
    megabytes: 3512,
  },

  "MobileCLIP-S0/datacompdr": {
    ...mobile,
    repository: "Xenova/mobileclip_s0",
    megabytes: 218,
    manifest: toMobileClipManifest("MobileCLIP-S0__datacompdr", 256),
  },
  "MobileCLIP-S1/datacompdr": {
    ...mobile,
    repository: "Xenova/mobileclip_s1",
    megabytes: 340,
    manifest: toMobileClipManifest("MobileCLIP-S1__datacompdr", 256),
  },
  "MobileCLIP-S2/datacompdr": {
    ...mobile,
    repository: "Xenova/mobileclip_s2",
    megabytes: 397,
    manifest: toMobileClipManifest("MobileCLIP-S2__datacompdr", 256),
  },
  "MobileCLIP-B/datacompdr": {
    ...mobile,
    repository: "Xenova/mobileclip_b",
    megabytes: 599,
    manifest: toMobileClipManifest("MobileCLIP-B__datacompdr", 224),
  },
  "MobileCLIP-B/datacompdr_lt": {
    ...mobile,
    repository: "Xenova/mobileclip_blt",
    megabytes: 599,
    manifest: toMobileClipManifest("MobileCLIP-B__datacompdr_lt", 224),
  },
} as const satisfies Record<string, KnownModel>;

/**
 * MobileCLIP's exports are in another layout. Its preparation is open_clip's: bilinear, no mean taken off; captions are
 * filled up with token 0, "!", which its text towers see, since most of them have no causal mask.
 */
function toMobileClipManifest(name: string, size: number): EncoderManifest {
  return {
    schema: "observatory/dual-encoder@1",
    name,
    image: {
      graph: "onnx/vision_model.onnx",
      size,
      resize: "shortest",
      interpolation: "bilinear",
      mean: [0, 0, 0],
      std: [1, 1, 1],
    },
    text: {
      graph: "onnx/text_model.onnx",
      tokenizer: "tokenizer.json",
      contextLength: 77,
      pad: "!",
      clean: "whitespace",
    },
    logit: { scale: 1, bias: 0 },
  };
}
