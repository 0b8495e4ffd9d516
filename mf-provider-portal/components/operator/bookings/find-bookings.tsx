import { Button } from '@marketplace/kit/ui/button';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { Field } from '@marketplace/kit/ui/field';
import { Input } from '@marketplace/kit/ui/input';
import { Notice } from '@marketplace/kit/ui/notice';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { BookingFile } from './booking-file';
import { FoundBookings } from './found-bookings';
import { useLookup } from './use-lookup';

/** Looks a booking up by its number or by the customer's address. */
export function FindBookings() {
  const t = useTranslations('operator.bookings');
  const [text, setText] = useState('');
  const lookup = useLookup();
  const { found, open } = lookup;
  return (
    <div className="grid gap-6">
      <form
        className="flex max-w-prose flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) void lookup.find(text.trim());
        }}
      >
        <Field label={t('label')} hint={t('hint')} className="min-w-0 flex-1 basis-64">
          <Input
            value={text}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
            enterKeyHint="search"
          />
        </Field>
        <Button type="submit" className="mb-6" loading={lookup.isBusy && t('searching')}>
          <Search aria-hidden />
          {t('search')}
        </Button>
      </form>
      {lookup.hasFailed && <Notice tone="danger" urgent title={t('failed')} />}
      {found && (
        <p role="status" className="text-sm text-muted">
          {t('found', { count: found.length })}
        </p>
      )}
      {found?.length === 0 && (
        <EmptyState icon={Search} title={t('emptyTitle')}>
          {t('emptyText')}
        </EmptyState>
      )}
      {found && found.length > 1 && (
        <FoundBookings
          bookings={found}
          openId={open?.bookingId}
          onOpen={(bookingId) => void lookup.inspect(bookingId)}
        />
      )}
      {open && <BookingFile key={open.bookingId} booking={open} onChange={lookup.replace} />}
    </div>
  );
}
