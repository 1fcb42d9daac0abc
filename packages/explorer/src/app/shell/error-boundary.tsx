import { Component, type ReactNode } from "react";
import { ErrorState } from "./states.tsx";

/** A fault of one page leaves the header and the other pages usable. A class, since React has no other way. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly error: Error | null }
> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? (
      this.props.children
    ) : (
      <ErrorState error={error} onRetry={() => this.setState({ error: null })} />
    );
  }
}
