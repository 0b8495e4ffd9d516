import type { Slot } from '@marketplace/services/booking/contract';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { DAY_PARTS, partOfDay } from '../../data/calendar/calendar-days';
import { placeForKey } from '../../data/calendar/grid-keys';
import { TimeButton } from './time-button';

interface TimeListProps {
  slots: readonly Slot[];
  timeZone: string;
  selected: Slot | null;
  onSelect(slot: Slot): void;
}

/**
 * The free times of one day by morning, afternoon and evening. One stop for the Tab key, so that it
 * is never far to what follows; arrows, Home and End walk over the times.
 */
export function TimeList({ slots, timeZone, selected, onSelect }: TimeListProps) {
  const t = useTranslations('time');
  const list = useRef<HTMLDivElement>(null);
  const [walkedTo, setWalkedTo] = useState<string | null>(null);
  const starts = slots.map(({ start }) => start);
  const tabStop = [walkedTo, selected?.start].find((start) => start && starts.includes(start));
  const parts = DAY_PARTS.map((part) => ({
    part,
    slots: slots.filter((slot) => partOfDay(slot.start, timeZone) === part),
  })).filter((group) => group.slots.length > 0);

  const onKeyDown = (event: KeyboardEvent, start: string) => {
    const place = placeForKey(event.key, starts.indexOf(start), starts.length);
    const target = place === null ? undefined : starts[place];
    if (target === undefined) return;
    event.preventDefault();
    setWalkedTo(target);
    list.current?.querySelector<HTMLButtonElement>(`[data-start="${target}"]`)?.focus();
  };

  return (
    <div ref={list} className="grid gap-5">
      {parts.map((group) => (
        <section key={group.part} aria-label={t(group.part)}>
          <h4 className="mb-2 text-sm font-medium text-muted">{t(group.part)}</h4>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2">
            {group.slots.map((slot) => (
              <li key={slot.start}>
                <TimeButton
                  slot={slot}
                  timeZone={timeZone}
                  isSelected={slot.start === selected?.start}
                  isTabStop={slot.start === (tabStop ?? starts[0])}
                  onSelect={() => {
                    setWalkedTo(slot.start);
                    onSelect(slot);
                  }}
                  onKeyDown={(event) => onKeyDown(event, slot.start)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
