import type { Problem } from '@marketplace/kit/slice/request';
import { Notice } from '@marketplace/kit/ui/notice';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

const TAKEN = ['SLOT_TAKEN', 'SLOT_UNAVAILABLE'];

interface MoveRefusedProps {
  problem: Problem;
  /** The time that the booking still has, as it is shown. */
  stays: string;
  /** What can be done about it at once, for a time that is gone. */
  children?: ReactNode;
}

/** A move that did not happen: why, that the booking is safe where it was, what to do. */
export function MoveRefused({ problem, stays, children }: MoveRefusedProps) {
  const t = useTranslations('booking.move');
  const isTaken = TAKEN.includes(problem.code);
  return (
    <Notice
      tone="warning"
      urgent
      className="mb-6"
      title={t(isTaken ? 'takenTitle' : 'refusedTitle')}
      actions={isTaken && children}
    >
      {t('stays', { time: stays })}
    </Notice>
  );
}
