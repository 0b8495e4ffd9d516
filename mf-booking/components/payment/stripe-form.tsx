import { Button } from '@marketplace/kit/ui/button';
import { Notice } from '@marketplace/kit/ui/notice';
import { Elements, PaymentElement, useElements, useStripe } from '@stripe/react-stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PaymentFormProps } from './payment-form';
import { refusalKey } from './payment-refusal';

/** Stripe's Payment Element: card data goes from its frame to Stripe and never through us. */
export function StripeForm(props: PaymentFormProps) {
  const stripe = useMemo(() => loadStripe(props.publishableKey), [props.publishableKey]);
  return (
    <Elements stripe={stripe} options={{ clientSecret: props.clientSecret }}>
      <ElementForm {...props} />
    </Elements>
  );
}

function ElementForm({ returnUrl, submitLabel, payingLabel, onBusy, onPaid }: PaymentFormProps) {
  const stripe = useStripe();
  const elements = useElements();
  const refused = useTranslations('refused');
  const [isPaying, setIsPaying] = useState(false);
  const [refusal, setRefusal] = useState<ReturnType<typeof refusalKey> | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!stripe || !elements || isPaying) return;
    setIsPaying(true);
    onBusy(true);
    setRefusal(null);
    const { error } = await stripe.confirmPayment({
      elements,
      confirmParams: { return_url: returnUrl },
      redirect: 'if_required',
    });
    if (!error) return onPaid();
    setIsPaying(false);
    onBusy(false);
    setRefusal(refusalKey(error.decline_code ?? error.code ?? ''));
  };

  return (
    <form onSubmit={submit} className="grid gap-4">
      {refusal && <Notice tone="danger" urgent title={refused(refusal)} />}
      <PaymentElement />
      <Button type="submit" variant="primary" size="large" loading={isPaying && payingLabel}>
        {submitLabel}
      </Button>
    </form>
  );
}
