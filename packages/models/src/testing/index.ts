// Providers for tests
export { startTestProvider, type TestProvider } from "./test-provider.ts";
export type { TestProviderOptions } from "./settings.ts";
export type { ProviderStats } from "./tally.ts";
export type { ProviderCall } from "./provider-call.ts";

// What can go wrong
export {
  answerFaults,
  transportFaults,
  type AnswerFault,
  type FaultKind,
  type FaultRule,
  type TransportFault,
} from "./faults.ts";

// What answers are made of
export { countPieces } from "./count-pieces.ts";
