import { type Problem, ProblemError } from '@marketplace/kit/slice/request';
import { Button } from '@marketplace/kit/ui/button';
import { formatDateTime } from '@marketplace/kit/ui/date-time';
import { Notice } from '@marketplace/kit/ui/notice';
import type { Booking } from '@marketplace/services/booking/contract';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { changeBooking, fetchBooking } from '../../data/bookings';
import { MoveRefused } from './move-refused';

interface MoveProposalProps {
  booking: Booking;
  token?: string | undefined;
  onChange(booking: Booking): void;
}

type Answer = 'reschedule' | 'decline-move';

/** Another time that the provider asks for: agreed to or declined on the spot, with both times in view. */
export function MoveProposal({ booking, token, onChange }: MoveProposalProps) {
  const t = useTranslations('booking.proposal');
  const locale = useLocale();
  const [sending, setSending] = useState<Answer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { bookingId, timeZone, proposedStart: start } = booking;
  const name = (instant: string) =>
    formatDateTime({ instant: new Date(instant), timeZone, locale });

  const answer = async (change: Answer, proposed: string) => {
    setSending(change);
    setProblem(null);
    try {
      onChange(await changeBooking(bookingId, change, { start: proposed }, token));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
      await fetchBooking(bookingId, { token }).then(onChange, () => undefined);
    } finally {
      setSending(null);
    }
  };

  return (
    <>
      {problem && <MoveRefused problem={problem} stays={name(booking.start)} />}
      {start && (
        <Notice
          tone="info"
          title={t('title', { provider: booking.providerName, time: name(start) })}
          actions={
            <>
              <Button
                variant="primary"
                wraps
                loading={sending === 'reschedule' && t('sending')}
                onClick={() => answer('reschedule', start)}
              >
                {t('agree', { time: name(start) })}
              </Button>
              <Button
                wraps
                loading={sending === 'decline-move' && t('sending')}
                onClick={() => answer('decline-move', start)}
              >
                {t('keep', { time: name(booking.start) })}
              </Button>
            </>
          }
        >
          {t('text')}
        </Notice>
      )}
    </>
  );
}
