import { fillDeclaredFragments } from '../../../fragments/listen';
import { noteFailed } from '../../../vitals/note';
import { idPrefixOf } from '../../slot/apart';
import { SlotContent, type SlotContentProps } from '../../slot/slot-content';
import { hydrateApart } from '../hydrate-apart';
import { loadSlot } from '../load-slot';
import { repeatClicks } from './repeat-clicks';

/**
 * Leaves a slot the HTML that it is until somebody touches it (`early/touch.js` says when), and makes it
 * interactive then, in place: focus, scroll and what was typed stay. Where the code does not come it
 * remains HTML. Gives what ends it.
 */
export function hydrateWhenTouched(root: HTMLElement, { state, settings }: SlotContentProps) {
  const gone = new AbortController();
  const { signal } = gone;
  const hydrate = () => {
    const content = <SlotContent state={state} settings={settings} />;
    const what = `${state.slice}/${state.name}`;
    const code = loadSlot(state).then(() =>
      hydrateApart(root, content, { what, idPrefix: idPrefixOf(state), signal }),
    );
    repeatClicks(root, code);
    code.catch(() => noteFailed(state));
  };
  fillDeclaredFragments(root, signal);
  if ('touched' in document.documentElement.dataset) hydrate();
  else addEventListener('marketplace:touched', hydrate, { once: true, signal });
  return () => gone.abort();
}
