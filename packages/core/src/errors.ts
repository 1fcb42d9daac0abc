/** How a failure is told apart by programs; `exitCodeOf` maps each to the exit status of the command. */
export type ErrorCode =
  | "internal"
  | "usage"
  | "input"
  | "state"
  | "model"
  | "budget"
  | "privacy"
  | "interrupted";

export interface ErrorDetails {
  /** What the reader should do next, as one imperative sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * The base of every error that this project throws on purpose.
 *
 * `message` says what was wrong and where (file, line, id) and never quotes a conversation;
 * `hint` says what to do next.
 */
export class ObservatoryError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = details.hint;
  }
}

/** Flags or arguments that make no sense. */
export class UsageError extends ObservatoryError {
  constructor(message: string, details?: ErrorDetails) {
    super("usage", message, details);
  }
}

/** Input of which nothing can be read. A single bad record is a counted loss instead, never this. */
export class InputError extends ObservatoryError {
  constructor(message: string, details?: ErrorDetails) {
    super("input", message, details);
  }
}

/** A run directory that is locked, damaged, or written by a newer version. */
export class StateError extends ObservatoryError {
  constructor(message: string, details?: ErrorDetails) {
    super("state", message, details);
  }
}

/**
 * How a call to a model failed. Worth another try: `rate-limit`, `overloaded`, `server`, `time-out`, `connection`.
 * Of this one input, so that others may pass: `too-long`, `filtered`. Of every call: `authentication`, `request`.
 */
export type ModelErrorKind =
  | "rate-limit"
  | "overloaded"
  | "server"
  | "time-out"
  | "connection"
  | "too-long"
  | "filtered"
  | "authentication"
  | "request"
  | "other";

export interface ModelErrorDetails extends ErrorDetails {
  readonly kind?: ModelErrorKind;
  /** How long the provider asks to wait. */
  readonly retryAfterMs?: number | null;
}

/** A model or its provider that failed. */
export class ModelError extends ObservatoryError {
  readonly kind: ModelErrorKind;
  readonly retryAfterMs: number | null;

  constructor(message: string, details: ModelErrorDetails = {}) {
    super("model", message, details);
    this.kind = details.kind ?? "other";
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}

/** The next call would pass the budget. */
export class BudgetError extends ObservatoryError {
  constructor(message: string, details?: ErrorDetails) {
    super("budget", message, details);
  }
}

/** A result that may not be shown, or a request that would show it. */
export class PrivacyError extends ObservatoryError {
  constructor(message: string, details?: ErrorDetails) {
    super("privacy", message, details);
  }
}

const exitCodes = {
  internal: 1,
  usage: 2,
  input: 3,
  state: 1,
  model: 4,
  budget: 5,
  privacy: 6,
  interrupted: 130,
} as const satisfies Record<ErrorCode, number>;

/** Exit status for an error: 1 for everything that is not an {@link ObservatoryError}. */
export function exitCodeOf(error: unknown): number {
  return error instanceof ObservatoryError ? exitCodes[error.code] : 1;
}
