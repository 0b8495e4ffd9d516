import { Button } from '@marketplace/kit/ui/button';
import { Field } from '@marketplace/kit/ui/field';
import { Input } from '@marketplace/kit/ui/input';
import { Notice } from '@marketplace/kit/ui/notice';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { confirmWithCard, isCardNumber, parseExpiry } from '../../data/payment/payment';
import type { PaymentFormProps } from './payment-form';
import { refusalKey } from './payment-refusal';

const EMPTY = { number: '', expiry: '', cvc: '' };

/** Card fields for the test key; a live key gets Stripe's own element, which keeps card data from us. */
export function CardForm(props: PaymentFormProps) {
  const { clientSecret, returnUrl, submitLabel, payingLabel, onBusy, onPaid } = props;
  const t = useTranslations('pay');
  const refused = useTranslations('refused');
  const [card, setCard] = useState(EMPTY);
  const [wasChecked, setWasChecked] = useState(false);
  const [isPaying, setIsPaying] = useState(false);
  const [refusal, setRefusal] = useState<ReturnType<typeof refusalKey> | null>(null);

  const expiry = parseExpiry(card.expiry, new Date());
  const errors = {
    number: isCardNumber(card.number) ? undefined : t('cardNumberWrong'),
    expiry: expiry ? undefined : t('expiryWrong'),
    cvc: /^\d{3,4}$/.test(card.cvc.trim()) ? undefined : t('cvcWrong'),
  };
  const wrong = (['number', 'expiry', 'cvc'] as const).find((name) => errors[name]);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setWasChecked(true);
    setRefusal(null);
    if (isPaying) return;
    if (wrong || !expiry) {
      event.currentTarget.querySelector<HTMLInputElement>(`[name=${wrong}]`)?.focus();
      return;
    }
    setIsPaying(true);
    onBusy(true);
    const outcome = await confirmWithCard({ ...card, ...expiry }, clientSecret, returnUrl);
    if (outcome.kind === 'redirect') return location.assign(outcome.url);
    if (outcome.kind === 'paid') return onPaid();
    setIsPaying(false);
    onBusy(false);
    setRefusal(refusalKey(outcome.code));
  };

  const field = (name: keyof typeof EMPTY, label: string, autoComplete: string) => (
    <Field label={label} error={wasChecked && errors[name]}>
      <Input
        name={name}
        inputMode={name === 'expiry' ? 'text' : 'numeric'}
        autoComplete={autoComplete}
        value={card[name]}
        onChange={(event) => setCard({ ...card, [name]: event.target.value })}
      />
    </Field>
  );

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {refusal && <Notice tone="danger" urgent title={refused(refusal)} />}
      {field('number', t('cardNumber'), 'cc-number')}
      <div className="grid grid-cols-2 gap-4">
        {field('expiry', t('expiry'), 'cc-exp')}
        {field('cvc', t('cvc'), 'cc-csc')}
      </div>
      <Button type="submit" variant="primary" size="large" loading={isPaying && payingLabel}>
        {submitLabel}
      </Button>
      <p className="text-xs text-muted">{t('testCard')}</p>
    </form>
  );
}
