import Router, { type NextRouter } from 'next/router';
import { type ReactNode, useEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Apart } from '../slot/apart';

interface ApartOptions {
  /** What is hydrated, for the console. */
  what: string;
  /** Prefix of the ids in its HTML. */
  idPrefix: string;
  signal: AbortSignal;
}

/** Makes HTML interactive as a root of its own; resolves when it answers. Ends with the signal. */
export function hydrateApart(
  root: HTMLElement,
  content: ReactNode,
  { what, idPrefix, signal }: ApartOptions,
): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const router = Router.router as NextRouter;
    const hydrated = hydrateRoot(
      root,
      <Apart router={router}>
        {content}
        <WhenThere call={resolve} />
      </Apart>,
      {
        identifierPrefix: idPrefix,
        onRecoverableError: (error) => console.error(`${what} was rendered anew:`, error),
      },
    );
    // Not at once: React does not end a root while it is busy with another.
    signal.addEventListener('abort', () => queueMicrotask(() => hydrated.unmount()));
  });
}

function WhenThere({ call }: { call: () => void }) {
  useEffect(call, [call]);
  return null;
}
