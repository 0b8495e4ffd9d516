import { Button } from '@marketplace/kit/ui/button';
import { formatWallTime } from '@marketplace/kit/ui/date-time';
import { Field } from '@marketplace/kit/ui/field';
import { Select } from '@marketplace/kit/ui/select';
import type { Slot } from '@marketplace/services/booking/contract';
import type { ServiceDetail } from '@marketplace/services/catalog/contract';
import { type Dispatch, useEffect } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { monthRange } from '../../data/calendar/calendar-days';
import { NearestFree } from '../calendar/nearest-free';
import { SlotPicker } from '../calendar/slot-picker';
import { type SlotMonth, useSlotMonth } from '../calendar/use-slot-month';
import type { ZoneChoice } from '../zone/use-time-zone';
import { Refusal } from './refusal';
import { type FlowEvent, type FlowState, SLOT_GONE } from './state/flow-state';

interface TimeStepProps {
  service: ServiceDetail;
  state: FlowState;
  zone: ZoneChoice;
  now: string;
  dispatch: Dispatch<FlowEvent>;
}

/** Keeps the chosen time true to what is free: with its seats while it is there, given up when it is not. */
function useChosenIsFree(slot: Slot | null, picker: SlotMonth, dispatch: Dispatch<FlowEvent>) {
  const { month, slots } = picker;
  useEffect(() => {
    if (!slot || slots.status !== 'ready') return;
    const known = slots.slots.find((one) => one.start === slot.start);
    const { from, to } = monthRange(month);
    if (known && known !== slot) dispatch({ type: 'slot-chosen', slot: known });
    if (!known && slot.start >= from && slot.start < to) {
      dispatch({ type: 'refused', problem: SLOT_GONE });
    }
  }, [slot, slots, month, dispatch]);
}

export function TimeStep({ service, state, zone, now, dispatch }: TimeStepProps) {
  const t = useTranslations('time');
  const { slot, lostStart, problem } = state;
  const picker = useSlotMonth(service.id, {
    firstInstant: slot?.start ?? lostStart ?? service.nextFree ?? now,
    timeZone: zone.timeZone,
  });
  useChosenIsFree(slot, picker, dispatch);

  const take = (nearest: Slot) => {
    dispatch({ type: 'slot-chosen', slot: nearest });
    dispatch({ type: 'time-settled' });
  };
  return (
    <>
      {problem && (
        <Refusal problem={problem} currency={service.currency}>
          {lostStart && (
            <NearestFree
              slots={picker.slots}
              lostStart={lostStart}
              seats={state.seats}
              timeZone={zone.timeZone}
              onTake={take}
            />
          )}
        </Refusal>
      )}
      <SlotPicker
        heading={
          <h2
            tabIndex={-1}
            className="font-display text-xl font-semibold focus-visible:outline-none"
          >
            {t('heading')}
          </h2>
        }
        picker={picker}
        zone={zone}
        now={now}
        providerName={service.providerName}
        selected={slot}
        onSelect={(next) => dispatch({ type: 'slot-chosen', slot: next })}
      >
        <Continue service={service} state={state} timeZone={zone.timeZone} dispatch={dispatch} />
      </SlotPicker>
    </>
  );
}

interface ContinueProps extends Pick<TimeStepProps, 'service' | 'state' | 'dispatch'> {
  timeZone: string;
}

function Continue({ state, service, timeZone, dispatch }: ContinueProps) {
  const t = useTranslations('time');
  const locale = useLocale();
  const { slot, seats } = state;
  const seatsLeft = Math.min(slot?.seatsLeft ?? service.capacity, service.capacity);
  return (
    <div className="mt-6 grid gap-4 border-t border-line pt-5">
      {service.capacity > 1 && slot && (
        <Field label={t('seats')} className="max-w-32">
          <Select
            value={seats}
            onChange={(event) =>
              dispatch({ type: 'seats-chosen', seats: Number(event.target.value) })
            }
          >
            {Array.from({ length: seatsLeft }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the number is the option
              <option key={index}>{index + 1}</option>
            ))}
          </Select>
        </Field>
      )}
      {slot ? (
        <Button variant="primary" size="large" onClick={() => dispatch({ type: 'time-settled' })}>
          {t('continue', {
            time: formatWallTime({
              instant: new Date(slot.start),
              timeZone,
              locale,
              style: 'weekday',
            }),
          })}
        </Button>
      ) : (
        <p className="text-sm text-muted">{t('chooseFirst')}</p>
      )}
    </div>
  );
}
