import type { SlotProps } from '@marketplace/kit/slice';
import { Button } from '@marketplace/kit/ui/button';
import { Notice } from '@marketplace/kit/ui/notice';
import { type ComponentType, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { loadSlotOnce } from '../federation/browser/load-slot';
import { loadedModule } from '../federation/loader';
import { SlotBoundary } from '../federation/slot-boundary';
import type { SlotState } from '../federation/slot-state';
import { localRelease } from './local-release';

const LOAD_LIMIT_MS = 15_000;

interface LocalSlotProps {
  state: SlotState;
  origin: string;
  settings: SlotProps;
}

/** A slot whose code comes from the viewer's own machine: in the browser only, never from the server. */
export default function LocalSlot({ state, origin, settings }: LocalSlotProps) {
  const Content = useLocalContent(state, origin);
  const { slice } = state;
  return (
    <div data-slice={slice} data-release={origin} data-slot="local">
      {typeof Content === 'string' ? (
        <Waiting slice={slice} origin={origin} isFailed={Content === 'failed'} />
      ) : (
        <SlotBoundary fallback={<Waiting slice={slice} origin={origin} isFailed />}>
          <Content {...state.props} slot={settings} />
        </SlotBoundary>
      )}
    </div>
  );
}

type SlotContent = ComponentType<object & { slot: SlotProps }>;

function useLocalContent(state: SlotState, origin: string): SlotContent | 'loading' | 'failed' {
  const [content, setContent] = useState<{ of: SlotContent | 'loading' | 'failed' }>({
    of: 'loading',
  });
  useEffect(() => {
    const load = async () => {
      const release = await localRelease(origin, state);
      await loadSlotOnce({ ...state, release }, LOAD_LIMIT_MS);
      return loadedModule(release, state.name)?.default as SlotContent | undefined;
    };
    load().then(
      (loaded) => setContent({ of: loaded ?? 'failed' }),
      (error: unknown) => {
        console.error(`${state.slice} did not come from ${origin}:`, error);
        setContent({ of: 'failed' });
      },
    );
  }, [state, origin]);
  return content.of;
}

function Waiting({
  slice,
  origin,
  isFailed,
}: {
  slice: string;
  origin: string;
  isFailed: boolean;
}) {
  const t = useTranslations('override.local');
  if (!isFailed)
    return <p className="px-4 py-20 text-center text-muted">{t('loading', { slice, origin })}</p>;
  return (
    <Notice
      tone="warning"
      className="mx-auto my-12 max-w-xl"
      title={t('failedTitle', { slice, origin })}
      actions={<Button onClick={() => location.reload()}>{t('retry')}</Button>}
    >
      {t('failedBody')}
    </Notice>
  );
}
