import { Button } from '@marketplace/kit/ui/button';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { Notice } from '@marketplace/kit/ui/notice';
import type { OwnService, Profile } from '@marketplace/services/provider/contract';
import { Plus, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { saveService } from '../../data/provider';
import { ServiceForm } from './service-form';
import { ServiceRow } from './service-row';

export interface ServicesProps {
  profile: Profile;
  items: OwnService[];
}

type Editing = { service: OwnService | null } | null;

/** What the provider offers, and the form to change it. */
export function Services({ profile, items: first }: ServicesProps) {
  const t = useTranslations('services');
  const failed = useTranslations('bookings')('failed');
  const [items, setItems] = useState(first);
  const [editing, setEditing] = useState<Editing>(null);
  const [hasFailed, setHasFailed] = useState(false);

  const keep = (saved: OwnService) =>
    setItems((known) =>
      known.some((one) => one.id === saved.id)
        ? known.map((one) => (one.id === saved.id ? saved : one))
        : [...known, saved],
    );
  const setStatus = (service: OwnService, status: OwnService['status']) =>
    saveService({ status }, service.id).then(keep, () => setHasFailed(true));

  const add = (
    <Button variant="primary" onClick={() => setEditing({ service: null })}>
      <Plus aria-hidden />
      {t('add')}
    </Button>
  );
  return (
    <>
      <header className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <h1 className="font-display text-2xl font-semibold">{t('heading')}</h1>
        {items.length > 0 && add}
      </header>
      {hasFailed && <Notice tone="danger" urgent title={failed} className="mb-4" />}
      {items.length === 0 ? (
        <EmptyState icon={Sparkles} title={t('emptyTitle')} action={add}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <ul className="grid gap-3">
          {items.map((service) => (
            <ServiceRow
              key={service.id}
              service={service}
              onEdit={() => setEditing({ service })}
              onStatus={(status) => setStatus(service, status)}
            />
          ))}
        </ul>
      )}
      {editing && (
        <ServiceForm
          key={editing.service?.id ?? 'new'}
          service={editing.service}
          currency={profile.currency}
          onSaved={(saved) => {
            keep(saved);
            setEditing(null);
          }}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
