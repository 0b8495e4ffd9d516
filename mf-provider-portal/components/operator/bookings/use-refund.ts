import { type Problem, ProblemError } from '@marketplace/kit/slice/request';
import type { OperatorBookingDetail } from '@marketplace/services/provider/contract';
import { useState } from 'react';
import { priceMinor } from '../../../data/money/price-text';
import { refundBooking } from '../../../data/operator';

interface Asked {
  amountMinor: number;
  /** One a question: confirming it twice refunds once. */
  key: string;
}

/** `failed` is definite; after no answer, or one that says try again, it may have been done. */
type Outcome = 'done' | 'failed' | 'unsure';

const isRefusal = ({ status, code }: Problem) => status < 500 && code !== 'IDEMPOTENCY_IN_PROGRESS';

/** The amount that is typed, asked about, and given back. */
export function useRefund(
  { bookingId, refundableMinor, price }: OperatorBookingDetail,
  onRefunded: (booking: OperatorBookingDetail) => void,
) {
  const [text, setText] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [unsure, setUnsure] = useState<Asked | null>(null);

  function ask() {
    const amountMinor = priceMinor(text, price.currency);
    const isPossible = amountMinor !== null && amountMinor > 0 && amountMinor <= refundableMinor;
    setIsWrong(!isPossible);
    setOutcome(null);
    if (!isPossible) return;
    const isRepeated = unsure?.amountMinor === amountMinor;
    setAsked(isRepeated ? unsure : { amountMinor, key: crypto.randomUUID() });
  }

  async function confirm() {
    if (!asked) return;
    setIsBusy(true);
    try {
      onRefunded(await refundBooking(bookingId, asked.amountMinor, asked.key));
      setText('');
      setOutcome('done');
      setUnsure(null);
    } catch (error) {
      const isDefinite = error instanceof ProblemError && isRefusal(error.problem);
      setOutcome(isDefinite ? 'failed' : 'unsure');
      setUnsure(isDefinite ? null : asked);
    }
    setIsBusy(false);
    setAsked(null);
  }

  return {
    text,
    setText,
    isWrong,
    askedMinor: asked?.amountMinor ?? null,
    isBusy,
    outcome,
    ask,
    confirm,
    drop: () => setAsked(null),
  };
}
