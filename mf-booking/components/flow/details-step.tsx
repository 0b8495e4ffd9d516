import { Button } from '@marketplace/kit/ui/button';
import { Field } from '@marketplace/kit/ui/field';
import { Input } from '@marketplace/kit/ui/input';
import { Notice } from '@marketplace/kit/ui/notice';
import type { ServiceDetail } from '@marketplace/services/catalog/contract';
import type { Price } from '@marketplace/services/shared/contract';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SignInOffer } from '../sign-in-offer';
import type { Viewer } from '../use-viewer';
import type { Customer } from './state/use-booking-flow';

interface DetailsStepProps {
  service: ServiceDetail;
  /** The chosen start, a UTC instant. */
  start: string;
  viewer: Viewer | undefined;
  /** What a guest has typed so far; it outlives a change of the time. */
  customer: Customer;
  onCustomer(customer: Customer): void;
  isSending: boolean;
  prices: { guest: Price; signedIn: Price };
  onHold(customer: Customer | undefined): void;
  onBack(): void;
}

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

export function DetailsStep(props: DetailsStepProps) {
  const { service, start, viewer, customer, onCustomer, isSending, prices, onHold, onBack } = props;
  const t = useTranslations('details');
  const [wasChecked, setWasChecked] = useState(false);
  const nameError = customer.name.trim()
    ? undefined
    : t('nameMissing', { provider: service.providerName });
  const emailError = EMAIL.test(customer.email.trim()) ? undefined : t('emailWrong');
  const isGuest = !viewer?.signedIn;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setWasChecked(true);
    if (isSending) return;
    if (isGuest && (nameError || emailError)) {
      event.currentTarget
        .querySelector<HTMLInputElement>(nameError ? '[name=name]' : '[name=email]')
        ?.focus();
      return;
    }
    onHold(isGuest ? { name: customer.name.trim(), email: customer.email.trim() } : undefined);
  };

  return (
    <form onSubmit={submit} noValidate className="grid max-w-lg gap-5">
      <h2 tabIndex={-1} className="font-display text-xl font-semibold focus-visible:outline-none">
        {t('heading')}
      </h2>
      {isGuest ? (
        <>
          <SignInOffer serviceId={service.id} start={start} prices={prices} />
          <Field label={t('name')} error={wasChecked && nameError}>
            <Input
              name="name"
              autoComplete="name"
              maxLength={120}
              value={customer.name}
              onChange={(event) => onCustomer({ ...customer, name: event.target.value })}
            />
          </Field>
          <Field label={t('email')} hint={t('emailHint')} error={wasChecked && emailError}>
            <Input
              name="email"
              type="email"
              autoComplete="email"
              maxLength={254}
              value={customer.email}
              onChange={(event) => onCustomer({ ...customer, email: event.target.value })}
            />
          </Field>
        </>
      ) : (
        <Notice
          tone="success"
          title={t('signedInAs', { name: viewer.name ?? viewer.email ?? '' })}
        />
      )}
      <div className="grid gap-3">
        <Button type="submit" variant="primary" size="large" loading={isSending && t('holding')}>
          {t('hold')}
        </Button>
        <p className="text-sm text-muted">{t('holdHint')}</p>
        <Button variant="link" className="justify-self-start" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  );
}
