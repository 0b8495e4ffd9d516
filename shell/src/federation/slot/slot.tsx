import { lazy, useEffect } from 'react';
import { InBrowser } from '../../overrides/in-browser';
import { noteShown } from '../../vitals/note';
import { dropOtherStylesheets } from '../browser/stylesheets';
import { ServerHtml } from './server-html';
import { SlotContent, type SlotContentProps } from './slot-content';
import { useSlotCode } from './use-slot-code';
import { useUntouched } from './use-untouched';

/** Comes only to those who develop a slice on their own machine. */
const LocalSlot = lazy(() => import('../../overrides/local/local-slot'));

/** A place on the page filled by a slice's module, or by a fallback that offers a way on. */
export function Slot({ state, settings }: SlotContentProps) {
  const untouched = useUntouched(state, settings);
  if (untouched) return <ServerHtml state={state} {...untouched} />;
  if (!state.localOrigin) return <ReleasedSlot state={state} settings={settings} />;
  return (
    <InBrowser>
      <LocalSlot state={state} origin={state.localOrigin} settings={settings} />
    </InBrowser>
  );
}

function ReleasedSlot({ state, settings }: SlotContentProps) {
  const code = useSlotCode(state);
  const { slice, release } = state;
  useEffect(() => {
    if (release) dropOtherStylesheets(release);
  }, [release]);
  useEffect(() => noteShown(state), [state]);
  if (code === 'server-html') return <ServerHtml state={state} />;
  return (
    <div data-slice={slice} data-release={release?.release} data-slot={state.status}>
      <SlotContent state={state} settings={settings} />
    </div>
  );
}
