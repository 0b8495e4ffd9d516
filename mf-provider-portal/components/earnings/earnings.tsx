import { Button } from '@marketplace/kit/ui/button';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { Field } from '@marketplace/kit/ui/field';
import { Notice } from '@marketplace/kit/ui/notice';
import { Select } from '@marketplace/kit/ui/select';
import { Tab, TabPanel, Tabs, TabsList } from '@marketplace/kit/ui/tabs';
import type { Profile } from '@marketplace/services/provider/contract';
import { Download, PiggyBank } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type EarningsRange, everyDay } from '../../data/days/earnings-days';
import { useMoney } from '../use-money';
import { DayChart } from './day-chart';
import { DayLedger } from './day-ledger';
import { DayTable } from './day-table';
import { downloadLedger } from './download-ledger';
import { RANGES_DAYS, useEarnings } from './use-earnings';

export interface EarningsProps {
  profile: Profile;
  first: EarningsRange;
}

/** What came in, day by day; each day opens the ledger behind it. */
export function Earnings({ profile, first }: EarningsProps) {
  const t = useTranslations('earnings');
  const today = useTranslations('today');
  const money = useMoney();
  const { range, days, hasFailed, show } = useEarnings(first);
  const [openDate, setOpenDate] = useState<string | null>(null);
  const { timeZone } = profile;
  const { currency, netMinor, bookings, entries } = range.earnings;
  const shown = { days: everyDay(range, timeZone), currency, openDate, onOpen: setOpenDate };

  return (
    <>
      <header className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="font-display text-2xl font-semibold">{t('heading')}</h1>
          <p className="mt-1 text-sm text-muted">
            {today('zone', { zone: timeZone.replaceAll('_', ' ') })}
          </p>
        </div>
        <Field label={t('range')} className="min-w-44">
          <Select
            value={days}
            onChange={(event) => {
              setOpenDate(null);
              show(Number(event.target.value));
            }}
          >
            {RANGES_DAYS.map((count) => (
              <option key={count} value={count}>
                {t('lastDays', { count })}
              </option>
            ))}
          </Select>
        </Field>
      </header>
      {hasFailed && (
        <Notice tone="danger" urgent title={t('failed')} className="mb-4">
          {t('failedText')}
        </Notice>
      )}
      {entries.length === 0 ? (
        <EmptyState icon={PiggyBank} title={t('emptyTitle')}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <div className="grid gap-8">
          <div className="flex flex-wrap items-end justify-between gap-4">
            <p role="status">
              <span className="block font-display text-3xl font-semibold tabular-nums">
                {money(netMinor, currency)}
              </span>
              <span className="text-sm text-muted">{t('net', { count: bookings })}</span>
            </p>
            <Button size="small" onClick={() => downloadLedger(range, timeZone)}>
              <Download aria-hidden />
              {t('csv')}
            </Button>
          </div>
          <Tabs defaultValue="chart">
            <TabsList aria-label={t('view')}>
              <Tab value="chart">{t('chart')}</Tab>
              <Tab value="table">{t('table')}</Tab>
            </TabsList>
            <TabPanel value="chart">
              <DayChart {...shown} />
            </TabPanel>
            <TabPanel value="table">
              <DayTable {...shown} />
            </TabPanel>
          </Tabs>
          {openDate ? (
            <DayLedger key={openDate} date={openDate} entries={entries} timeZone={timeZone} />
          ) : (
            <p className="text-sm text-muted">{t('openHint')}</p>
          )}
        </div>
      )}
    </>
  );
}
