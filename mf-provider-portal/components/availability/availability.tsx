import { Button } from '@marketplace/kit/ui/button';
import { Notice } from '@marketplace/kit/ui/notice';
import type { Availability as Hours, Profile } from '@marketplace/services/provider/contract';
import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Exceptions } from './exceptions';
import { type SaveStatus, useAvailability } from './use-availability';
import { WeekHours } from './week-hours';

export interface AvailabilityProps {
  profile: Profile;
  first: Hours;
}

/** When customers can book: the usual week, and the dates that are different. */
export function Availability({ profile, first }: AvailabilityProps) {
  const t = useTranslations('availability');
  const { draft, isChanged, status, edit, save } = useAvailability(first);
  const zone = (first.timeZone || profile.timeZone).replaceAll('_', ' ');

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    await save();
    form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };

  return (
    <form onSubmit={submit} noValidate>
      <header className="mb-6">
        <h1 className="font-display text-2xl font-semibold">{t('heading')}</h1>
        <p className="mt-1 text-sm text-muted">{t('zone', { zone })}</p>
      </header>
      <div className="grid gap-10">
        <WeekHours week={draft.week} onChange={(week) => edit({ week })} />
        <Exceptions exceptions={draft.exceptions} onChange={(exceptions) => edit({ exceptions })} />
        <div className="sticky bottom-16 grid gap-3 border-t border-line bg-canvas py-4 md:bottom-0">
          <Outcome status={status} />
          <div className="flex flex-wrap items-center gap-4">
            <Button type="submit" variant="primary" loading={status === 'saving' && t('saving')}>
              {t('save')}
            </Button>
            <p className="text-sm text-muted">{isChanged ? t('unsaved') : t('bookingsStay')}</p>
          </div>
        </div>
      </div>
    </form>
  );
}

const TONES = { wrong: 'warning', failed: 'danger', saved: 'success' } as const;

function Outcome({ status }: { status: SaveStatus }) {
  const t = useTranslations('availability');
  if (status === 'idle' || status === 'saving') return null;
  return <Notice tone={TONES[status]} urgent={status !== 'saved'} title={t(status)} />;
}
