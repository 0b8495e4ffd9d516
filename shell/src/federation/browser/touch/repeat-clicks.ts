import { withTimeLimit } from '../../time-limit';

/** How long a click waits for the code that answers it; then the browser follows the link by itself. */
const PATIENCE_MS = 1_000;

/** Holds clicks on links and buttons back until their code is there, then says them again. */
export function repeatClicks(root: HTMLElement, code: Promise<void>): void {
  const waiting = new AbortController();
  const stop = () => waiting.abort();
  code.then(stop, stop);
  root.addEventListener(
    'click',
    (event) => {
      const control = controlOf(event);
      if (!control) return;
      event.preventDefault();
      const again = () => {
        stop();
        if (control.isConnected) control.click();
      };
      withTimeLimit(code, PATIENCE_MS, 'Code').then(again, again);
    },
    { signal: waiting.signal },
  );
}

/** What an ordinary click is on; clicks that open another tab need no code. */
function controlOf(event: MouseEvent): HTMLElement | null {
  const isForNewTab = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (isForNewTab || !(event.target instanceof Element)) return null;
  return event.target.closest<HTMLElement>('a[href], button');
}
