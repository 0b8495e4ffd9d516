import type { SlotProps } from '@marketplace/kit/slice';
import { type ComponentType, lazy, type ReactNode, useEffect } from 'react';
import { SliceUnavailable } from '../../layout/message/slice-unavailable';
import { InBrowser } from '../../overrides/in-browser';
import { noteFailed, noteShown } from '../../vitals/note';
import { dropOtherStylesheets } from '../browser/stylesheets';
import { loadedModule } from '../loader';
import type { SlotState } from '../slot-state';
import { SlotBoundary } from './slot-boundary';
import { useSlotCode } from './use-slot-code';

interface SlotComponentProps {
  state: SlotState;
  settings: SlotProps;
}

/** Comes only to those who develop a slice on their own machine. */
const LocalSlot = lazy(() => import('../../overrides/local/local-slot'));

/** A place on the page filled by a slice's module, or by a fallback that offers a way on. */
export function Slot({ state, settings }: SlotComponentProps) {
  if (!state.localOrigin) return <ReleasedSlot state={state} settings={settings} />;
  return (
    <InBrowser>
      <LocalSlot state={state} origin={state.localOrigin} settings={settings} />
    </InBrowser>
  );
}

function ReleasedSlot({ state, settings }: SlotComponentProps) {
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

function SlotContent({ state, settings }: SlotComponentProps) {
  const module = state.release && loadedModule(state.release, state.name);
  const fallback = <FallbackContent Fallback={module?.Fallback} settings={settings} />;
  const Content = module?.default as ComponentType<object & { slot: SlotProps }> | undefined;
  if (state.status === 'failed' || !Content) return fallback;
  return (
    <SlotBoundary
      key={state.release?.container}
      fallback={fallback}
      onFail={() => noteFailed(state)}
    >
      <Content {...state.props} slot={settings} />
    </SlotBoundary>
  );
}

interface FallbackProps {
  Fallback: ComponentType<{ slot: SlotProps }> | undefined;
  settings: SlotProps;
}

function FallbackContent({ Fallback, settings }: FallbackProps): ReactNode {
  const plain = <SliceUnavailable />;
  if (!Fallback) return plain;
  return (
    <SlotBoundary fallback={plain}>
      <Fallback slot={settings} />
    </SlotBoundary>
  );
}

/** Keeps what the server rendered, untouched and not yet interactive: React leaves inner HTML it did not make. */
function ServerHtml({ state: { slice, release, status } }: { state: SlotState }) {
  return (
    <div
      key="server-html"
      data-slice={slice}
      data-release={release?.release}
      data-slot={status}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: an empty string that React must not apply
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  );
}
