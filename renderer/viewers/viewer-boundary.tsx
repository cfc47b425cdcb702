import { Component, type ReactNode } from 'react';
import { ViewerError } from './viewer-states';

interface State {
  readonly error: Error | null;
}

/** A viewer that fails takes only itself down: the message stands where the document would be. */
export class ViewerBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <ViewerError error={this.state.error} retry={() => this.setState({ error: null })} />;
  }
}
