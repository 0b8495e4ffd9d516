import { ProblemError } from '@marketplace/kit/slice/request';
import { Button } from '@marketplace/kit/ui/button';
import { Notice } from '@marketplace/kit/ui/notice';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { claimPastBookings } from '../../data/bookings';

type Status =
  | { kind: 'offered' | 'searching' | 'unverified' | 'failed' }
  | { kind: 'searched'; claimed: number };

/** Brings in what was booked as a guest under the account's confirmed address. */
export function GuestBookings({ onClaimed }: { onClaimed(): Promise<void> }) {
  const t = useTranslations('list.guest');
  const [status, setStatus] = useState<Status>({ kind: 'offered' });

  const search = async () => {
    setStatus({ kind: 'searching' });
    try {
      const { claimed } = await claimPastBookings();
      if (claimed > 0) await onClaimed();
      setStatus({ kind: 'searched', claimed });
    } catch (error) {
      const isUnverified =
        error instanceof ProblemError && error.problem.code === 'EMAIL_NOT_VERIFIED';
      setStatus({ kind: isUnverified ? 'unverified' : 'failed' });
    }
  };

  if (status.kind === 'searched') {
    const { claimed } = status;
    return (
      <Notice tone={claimed > 0 ? 'success' : 'info'} title={t('found', { count: claimed })} />
    );
  }
  return (
    <section className="border-t border-line pt-6">
      {status.kind === 'unverified' && (
        <Notice tone="warning" urgent className="mb-4" title={t('unverified')} />
      )}
      {status.kind === 'failed' && (
        <Notice tone="danger" urgent className="mb-4" title={t('failed')} />
      )}
      <h2 className="font-semibold">{t('heading')}</h2>
      <p className="mb-4 mt-1 max-w-prose text-sm text-muted">{t('text')}</p>
      <Button loading={status.kind === 'searching' && t('searching')} onClick={search}>
        {t('search')}
      </Button>
    </section>
  );
}
