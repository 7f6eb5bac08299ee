import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface Props {
  readonly words: { readonly title: string; readonly body: string; readonly reload: string };
  /** What can still be done when nothing else can. */
  readonly lastResort: ReactNode;
  readonly children: ReactNode;
}

/** Shows a page that says what is safe when a page breaks, instead of a white screen. */
export class ErrorBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    const { words, lastResort } = this.props;
    return (
      <EmptyState
        title={words.title}
        action={
          <>
            <Button onClick={() => window.location.reload()}>{words.reload}</Button>
            {lastResort}
          </>
        }
      >
        {words.body}
      </EmptyState>
    );
  }
}
