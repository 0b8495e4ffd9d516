import { Component, type ReactNode } from 'react';

interface Props {
  fallback: ReactNode;
  onFail?: () => void;
  children: ReactNode;
}

/** Contains what a slice throws while rendering in the browser. */
export class SlotBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error) {
    console.error('A part of the page failed:', error.message);
    this.props.onFail?.();
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
