import type { SlotProps } from '@marketplace/kit/slice';
import type { ComponentType, ReactNode } from 'react';
import { SliceUnavailable } from '../../layout/message/slice-unavailable';
import { noteFailed } from '../../vitals/note';
import { loadedModule } from '../loader';
import type { SlotState } from '../slot-state';
import { SlotBoundary } from './slot-boundary';

export interface SlotContentProps {
  state: SlotState;
  settings: SlotProps;
}

/** A slice's module, whose code is there, or its fallback. */
export function SlotContent({ state, settings }: SlotContentProps) {
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
