import type { Booking } from '@marketplace/services/booking/contract';
import { CircleCheck, CircleX, Clock } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { BankAnswer } from '../../data/booking-link';
import { forgetHold, recallHold } from '../../data/hold';
import { CancelDialog } from '../change/cancel-dialog';
import { ClaimHint } from '../change/claim-hint';
import { MoveProposal } from '../change/move-proposal';
import { Reschedule } from '../change/reschedule';
import { ReviewForm } from '../change/review-form';
import { useViewerZone } from '../zone/use-time-zone';
import { ApprovalWait } from './approval-wait';
import { Facts } from './facts';
import { NextSteps } from './next-steps';
import { PaymentWait } from './payment-wait';
import { Receipt } from './receipt';

interface BookingViewProps {
  booking: Booking;
  /** Access token of a guest's booking; absent for its signed-in customer. */
  token?: string | undefined;
  /** What the bank said, when the customer comes straight from its page. */
  bankAnswer?: BankAnswer | undefined;
  onChange(booking: Booking): void;
}

const ICONS: Record<Booking['state'], typeof Clock> = {
  held: Clock,
  requested: Clock,
  confirmed: CircleCheck,
  completed: CircleCheck,
  no_show: CircleX,
  cancelled: CircleX,
  declined: CircleX,
  expired: CircleX,
};

/** One booking: what, when, where, what was paid, and what can be done about it. */
export function BookingView({ booking, token, bankAnswer, onChange }: BookingViewProps) {
  const t = useTranslations('booking');
  const viewerZone = useViewerZone();
  const heading = useFocusOnChange(`${booking.state} ${booking.start}`);
  useForgottenHold(booking);
  const Icon = ICONS[booking.state];
  const names = { provider: booking.providerName };
  const change = { booking, token, onChange };
  return (
    <article className="mx-auto max-w-2xl px-4 py-8 sm:py-12">
      <header className="mb-8">
        <p
          role="status"
          className="mb-3 inline-flex items-center gap-2 rounded-full bg-primary-quiet px-3 py-1 text-sm font-medium"
        >
          <Icon aria-hidden className="size-4" />
          {t(`state.${booking.state}`, names)}
        </p>
        <h1
          ref={heading}
          tabIndex={-1}
          className="font-display text-2xl font-semibold focus-visible:outline-none"
        >
          {booking.serviceTitle}
        </h1>
        <p className="mt-2 text-muted">{t(`lead.${booking.state}`, names)}</p>
      </header>
      <div className="grid gap-8">
        {token && <ClaimHint booking={booking} token={token} />}
        {booking.state === 'held' && (
          <PaymentWait {...change} hasFailed={bankAnswer === 'failed'} />
        )}
        {booking.state === 'requested' && <ApprovalWait {...change} />}
        <MoveProposal {...change} />
        <Facts booking={booking} viewerZone={viewerZone} />
        <ReviewForm {...change} />
        <NextSteps booking={booking} token={token} />
        <Receipt booking={booking} />
        <div className="flex flex-wrap gap-3 border-t border-line pt-6 empty:hidden">
          <Reschedule {...change} />
          {booking.canCancel && <CancelDialog {...change} />}
        </div>
      </div>
    </article>
  );
}

/** Takes the focus when the booking has become something else, since what was pressed may be gone. */
function useFocusOnChange(what: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(what);
  useEffect(() => {
    if (shown.current !== what) heading.current?.focus();
    shown.current = what;
  }, [what]);
  return heading;
}

/** A hold that has become a booking is not to be offered for payment again. */
function useForgottenHold({ serviceId, bookingId, state }: Booking) {
  useEffect(() => {
    if (state === 'held') return;
    if (recallHold(serviceId, Date.now())?.bookingId === bookingId) forgetHold(serviceId);
  }, [serviceId, bookingId, state]);
}
