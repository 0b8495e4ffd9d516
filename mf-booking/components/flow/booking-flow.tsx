import type { SlotProps } from '@marketplace/kit/slice';
import type { ServiceDetail } from '@marketplace/services/catalog/contract';
import { quote } from '@marketplace/services/domain/money';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PayStep } from '../payment/pay-step';
import { useViewer } from '../use-viewer';
import { useTimeZone } from '../zone/use-time-zone';
import { DetailsStep } from './details-step';
import { Refusal } from './refusal';
import { NO_CUSTOMER, useBookingFlow } from './state/use-booking-flow';
import { StepsNav } from './steps-nav';
import { Summary } from './summary';
import { TimeStep } from './time-step';

interface BookingFlowProps {
  service: ServiceDetail;
  start: string | null;
  /** When the server looked, a UTC instant; the browser starts from the same. */
  now: string;
  slot: SlotProps;
}

const MS_PER_MINUTE = 60_000;

function chosenSlot(service: ServiceDetail, start: string | null) {
  const startMs = Date.parse(start ?? '');
  if (Number.isNaN(startMs)) return undefined;
  const end = new Date(startMs + service.durationMin * MS_PER_MINUTE).toISOString();
  return { start: new Date(startMs).toISOString(), end };
}

/** Time → details → pay, with the summary and its price split always in view. */
export function BookingFlow({ service, start, now, slot }: BookingFlowProps) {
  const t = useTranslations('flow');
  const viewer = useViewer();
  const zone = useTimeZone(service.timeZone);
  const chosen = useMemo(() => chosenSlot(service, start), [service, start]);
  const { state, dispatch, requestHold, endHold } = useBookingFlow(service, viewer, chosen);
  const [customer, setCustomer] = useState(NO_CUSTOMER);
  const stage = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step is what moves the focus
  useEffect(() => {
    if (!isFirst.current) stage.current?.querySelector('h2')?.focus();
    isFirst.current = false;
  }, [state.step]);

  const priceFor = (guest: boolean) =>
    quote({
      unitPriceMinor: service.priceMinor,
      seats: state.seats,
      currency: service.currency,
      guest,
    });
  const price = state.hold?.price ?? state.changedPrice ?? priceFor(!viewer?.signedIn);

  return (
    <div className="mx-auto grid max-w-page gap-x-12 px-4 py-6 sm:px-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr] lg:py-10">
      <div className="min-w-0">
        <header className="mb-6">
          <h1 className="font-display text-2xl font-semibold">
            {t('title', { service: service.title })}
          </h1>
          <p className="mt-1 text-muted">{t('with', { provider: service.providerName })}</p>
        </header>
        <StepsNav
          current={state.step}
          isLocked={state.hold !== null}
          onReopen={(step) => dispatch({ type: 'step-reopened', step })}
        />
      </div>
      <div ref={stage} className="min-w-0 max-lg:order-2">
        {state.step === 'time' && (
          <TimeStep service={service} state={state} zone={zone} now={now} dispatch={dispatch} />
        )}
        {state.step !== 'time' && state.problem && (
          <Refusal problem={state.problem} currency={service.currency} />
        )}
        {state.step === 'details' && state.slot && (
          <DetailsStep
            service={service}
            start={state.slot.start}
            viewer={viewer}
            customer={customer}
            onCustomer={setCustomer}
            isSending={state.isSending}
            prices={{ guest: priceFor(true), signedIn: priceFor(false) }}
            onHold={(named) => requestHold(named, price.totalMinor)}
            onBack={() => dispatch({ type: 'step-reopened', step: 'time' })}
          />
        )}
        {state.step === 'pay' && state.hold && (
          <PayStep
            service={service}
            hold={state.hold}
            signedInPrice={viewer?.signedIn ? null : priceFor(false)}
            slot={slot}
            onHoldEnded={endHold}
          />
        )}
      </div>
      <Summary
        service={service}
        start={state.slot?.start ?? null}
        seats={state.seats}
        price={price}
        timeZone={zone.timeZone}
        isBeforeStep={state.step !== 'time'}
      />
    </div>
  );
}
