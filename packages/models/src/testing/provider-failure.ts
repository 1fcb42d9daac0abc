/** Why a provider refuses a call or fails at it; each protocol has its own words for it. */
export type FailureReason =
  | "invalid-request"
  | "context-too-long"
  | "wrong-key"
  | "unknown-model"
  | "not-found"
  | "too-large"
  | "rate-limit"
  | "server-error"
  | "overloaded"
  | "unavailable";

export interface ProviderFailureDetails {
  /** How long the client is asked to wait; nothing is said of it unless given. */
  readonly retryAfterMs?: number;
  /** Which part of the request is at fault. */
  readonly parameter?: string;
}

/** A reply that is an error. Thrown inside the test provider and written in the shape of the protocol. */
export class ProviderFailure extends Error {
  readonly reason: FailureReason;
  readonly retryAfterMs: number | null;
  readonly parameter: string | null;

  constructor(reason: FailureReason, message: string, details: ProviderFailureDetails = {}) {
    super(message);
    this.name = "ProviderFailure";
    this.reason = reason;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.parameter = details.parameter ?? null;
  }
}
