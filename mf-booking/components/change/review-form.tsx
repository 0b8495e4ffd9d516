import { Button } from '@marketplace/kit/ui/button';
import { Field } from '@marketplace/kit/ui/field';
import { Textarea } from '@marketplace/kit/ui/input';
import { Notice } from '@marketplace/kit/ui/notice';
import type { Booking } from '@marketplace/services/booking/contract';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { changeBooking } from '../../data/bookings';
import { StarChoice } from './star-choice';

interface ReviewFormProps {
  booking: Booking;
  token?: string | undefined;
  onChange(booking: Booking): void;
}

const MAX_LENGTH = 2000;

/** Stars and words about a booking that has taken place, once. */
export function ReviewForm({ booking, token, onChange }: ReviewFormProps) {
  const t = useTranslations('booking.review');
  const [stars, setStars] = useState(0);
  const [text, setText] = useState('');
  const [status, setStatus] = useState<'writing' | 'unrated' | 'sending' | 'sent' | 'refused'>(
    'writing',
  );

  if (status === 'sent') return <Notice tone="success" title={t('thanks')} />;
  if (!booking.canReview) return null;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (status === 'sending') return;
    if (stars === 0) {
      setStatus('unrated');
      event.currentTarget.querySelector<HTMLInputElement>('[name=stars]')?.focus();
      return;
    }
    setStatus('sending');
    try {
      const review = { stars, text: text.trim() };
      const reviewed = await changeBooking(booking.bookingId, 'review', review, token);
      setStatus('sent');
      onChange(reviewed);
    } catch {
      setStatus('refused');
    }
  };

  return (
    <form
      onSubmit={submit}
      noValidate
      className="grid gap-5 rounded-card border border-line bg-surface p-5"
    >
      <h2 className="font-display text-lg font-semibold">
        {t('heading', { provider: booking.providerName })}
      </h2>
      {status === 'refused' && (
        <Notice tone="danger" urgent title={t('refused')}>
          {t('refusedText')}
        </Notice>
      )}
      <StarChoice
        value={stars}
        error={status === 'unrated' ? t('starsMissing') : undefined}
        onChange={(chosen) => {
          setStars(chosen);
          setStatus('writing');
        }}
      />
      <Field label={t('text')} hint={t('textHint')}>
        <Textarea
          name="text"
          maxLength={MAX_LENGTH}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <Button
        type="submit"
        variant="primary"
        className="justify-self-start"
        loading={status === 'sending' && t('sending')}
      >
        {t('send')}
      </Button>
    </form>
  );
}
