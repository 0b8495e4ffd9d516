import { Button } from '@marketplace/kit/ui/button';
import { Notice } from '@marketplace/kit/ui/notice';
import type { Booking } from '@marketplace/services/booking/contract';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { changeBooking } from '../../data/bookings';
import { useViewer } from '../use-viewer';

interface ClaimHintProps {
  booking: Booking;
  /** The access token that the booking was opened with. */
  token: string;
}

type Status = 'offered' | 'sending' | 'claimed' | 'refused';

/** For somebody who is signed in and looks at a guest's booking: it can become theirs. */
export function ClaimHint({ booking, token }: ClaimHintProps) {
  const t = useTranslations('booking.claim');
  const viewer = useViewer();
  const [status, setStatus] = useState<Status>('offered');
  const { bookingId } = booking;

  const claim = () => {
    setStatus('sending');
    changeBooking(bookingId, 'claim', { accessToken: token }).then(
      () => setStatus('claimed'),
      () => setStatus('refused'),
    );
  };

  if (status === 'claimed') {
    return (
      <Notice
        tone="success"
        title={t('done')}
        actions={
          <Link href="/bookings" className="font-semibold underline underline-offset-4">
            {t('see')}
          </Link>
        }
      />
    );
  }
  if (!viewer?.signedIn || booking.isClaimed) return null;
  return (
    <Notice
      tone={status === 'refused' ? 'warning' : 'info'}
      urgent={status === 'refused'}
      title={t(status === 'refused' ? 'refused' : 'offer')}
      actions={
        <Button size="small" loading={status === 'sending' && t('adding')} onClick={claim}>
          {t('add')}
        </Button>
      }
    >
      {t(status === 'refused' ? 'refusedText' : 'offerText')}
    </Notice>
  );
}
