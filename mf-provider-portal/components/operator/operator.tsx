import { Badge } from '@marketplace/kit/ui/badge';
import { Tab, TabPanel, Tabs, TabsList } from '@marketplace/kit/ui/tabs';
import type { ReconciliationReport } from '@marketplace/services/provider/contract';
import { useTranslations } from 'use-intl';
import type { ProviderPage } from '../../data/operator';
import { FindBookings } from './bookings/find-bookings';
import { Providers } from './providers/providers';
import { Reports } from './reports/reports';

export interface OperatorProps {
  /** Those that wait for approval. */
  providers: ProviderPage;
  reports: ReconciliationReport[];
}

/** The operators' desk: bookings and their money, who may sell, and whether the books agree. */
export function Operator({ providers, reports }: OperatorProps) {
  const t = useTranslations('operator');
  const differences = reports.reduce((sum, { differenceCount }) => sum + differenceCount, 0);
  return (
    <div className="mx-auto max-w-page px-4 py-8 pb-24 sm:px-8">
      <h1 className="mb-6 font-display text-2xl font-semibold">{t('heading')}</h1>
      <Tabs defaultValue="bookings">
        <TabsList aria-label={t('heading')}>
          <Tab value="bookings">{t('tabs.bookings')}</Tab>
          <Tab value="providers">
            {t('tabs.providers')}{' '}
            {providers.total > 0 && <Badge tone="warning">{providers.total}</Badge>}
          </Tab>
          <Tab value="reports">
            {t('tabs.reports')} {differences > 0 && <Badge tone="danger">{differences}</Badge>}
          </Tab>
        </TabsList>
        <TabPanel value="bookings">
          <FindBookings />
        </TabPanel>
        <TabPanel value="providers">
          <Providers first={providers} />
        </TabPanel>
        <TabPanel value="reports">
          <Reports reports={reports} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
