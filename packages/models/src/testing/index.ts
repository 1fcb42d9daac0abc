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

// Hubs of models for tests
export { startTestHub, type HubRequest, type TestHub, type TestHubOptions } from "./hub/test-hub.ts";
export type { HubFault } from "./hub/hub-fault.ts";
