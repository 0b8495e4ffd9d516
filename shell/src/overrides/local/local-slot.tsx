import type { SlotProps } from '@marketplace/kit/slice';
import { Button } from '@marketplace/kit/ui/button';
import { Notice } from '@marketplace/kit/ui/notice';
import { useTranslations } from 'use-intl';
import { SlotBoundary } from '../../federation/slot/slot-boundary';
import type { SlotState } from '../../federation/slot-state';
import { useLocalBuild } from './use-local-build';

interface LocalSlotProps {
  state: SlotState;
  origin: string;
  settings: SlotProps;
}

/** A slot whose code comes from the viewer's own machine: in the browser only, never from the server. */
export default function LocalSlot({ state, origin, settings }: LocalSlotProps) {
  const build = useLocalBuild(state, origin);
  const { slice } = state;
  if (typeof build === 'string') {
    return (
      <div data-slice={slice} data-release={origin} data-slot="local">
        <Waiting slice={slice} origin={origin} isFailed={build === 'failed'} />
      </div>
    );
  }
  const { from, Content, props } = build;
  return (
    <div data-slice={slice} data-release={from.release} data-slot="local">
      <SlotBoundary
        key={from.release}
        fallback={<Waiting slice={slice} origin={origin} isFailed />}
      >
        <Content {...props} slot={settings} />
      </SlotBoundary>
    </div>
  );
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
      {t('failedBody', { slice })}
    </Notice>
  );
}
