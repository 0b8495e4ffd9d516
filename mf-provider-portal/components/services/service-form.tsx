import { ProblemError } from '@marketplace/kit/slice/request';
import { Button } from '@marketplace/kit/ui/button';
import { Dialog, DialogContent } from '@marketplace/kit/ui/dialog';
import { Field } from '@marketplace/kit/ui/field';
import { Input, Textarea } from '@marketplace/kit/ui/input';
import { Notice } from '@marketplace/kit/ui/notice';
import { Select } from '@marketplace/kit/ui/select';
import type { OwnService } from '@marketplace/services/provider/contract';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { saveService } from '../../data/provider';
import { CATEGORIES, draftOf, POLICIES, readDraft, type ServiceDraft } from './service-draft';

interface ServiceFormProps {
  service: OwnService | null;
  currency: string;
  onSaved(service: OwnService): void;
  onClose(): void;
}

/** A service's form; the same rules as the service's own decide before anything is sent. */
export function ServiceForm({ service, currency, onSaved, onClose }: ServiceFormProps) {
  const t = useTranslations('services.form');
  const [draft, setDraft] = useState(() => draftOf(service, currency));
  const [wasChecked, setWasChecked] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [refused, setRefused] = useState<string[] | null>(null);
  const read = readDraft(draft, currency);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWasChecked(true);
    if (!read.input) return;
    setIsSaving(true);
    try {
      onSaved(await saveService(read.input, service?.id));
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : undefined;
      setRefused((problem?.errors ?? []).map(({ path, message }) => `${path}: ${message}`));
      setIsSaving(false);
    }
  };

  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()}>
      <DialogContent title={service ? t('titleEdit') : t('titleNew')} closeLabel={t('close')}>
        <form onSubmit={submit} noValidate className="grid gap-4">
          {refused && (
            <Notice tone="danger" urgent title={t('refused')}>
              {refused.join(' ')}
            </Notice>
          )}
          <DraftFields
            draft={draft}
            currency={currency}
            errors={wasChecked ? read.errors : {}}
            onChange={(change) => setDraft({ ...draft, ...change })}
          />
          <div className="flex flex-wrap justify-end gap-3 pt-2">
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button type="submit" variant="primary" loading={isSaving && t('saving')}>
              {t('save')}
            </Button>
          </div>
        </form>
      </DialogContent>
    </Dialog>
  );
}

interface DraftFieldsProps {
  draft: ServiceDraft;
  currency: string;
  errors: ReturnType<typeof readDraft>['errors'];
  onChange(change: Partial<ServiceDraft>): void;
}

function DraftFields({ draft, currency, errors, onChange }: DraftFieldsProps) {
  const t = useTranslations('services.form');
  const category = useTranslations('services.categories');
  const text = (
    name: 'title' | 'price' | 'duration' | 'bufferBefore' | 'bufferAfter' | 'notice' | 'capacity',
    label: string,
  ) => {
    const error = errors[name];
    return (
      <Field label={label} error={error && t(error, { currency })}>
        <Input
          name={name}
          inputMode={name === 'title' ? 'text' : 'decimal'}
          value={draft[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      </Field>
    );
  };
  return (
    <>
      {text('title', t('title'))}
      <Field label={t('description')}>
        <Textarea
          name="description"
          maxLength={4000}
          value={draft.description}
          onChange={(event) => onChange({ description: event.target.value })}
        />
      </Field>
      <Field label={t('category')}>
        <Select
          value={draft.category}
          onChange={(event) =>
            onChange({ category: event.target.value as ServiceDraft['category'] })
          }
        >
          {CATEGORIES.map((one) => (
            <option key={one} value={one}>
              {category(one)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="grid grid-cols-2 gap-4">
        {text('price', t('price', { currency }))}
        {text('duration', t('duration'))}
        {text('bufferBefore', t('bufferBefore'))}
        {text('bufferAfter', t('bufferAfter'))}
        {text('notice', t('notice'))}
        {text('capacity', t('capacity'))}
      </div>
      <Field label={t('policy')}>
        <Select
          value={draft.policy}
          onChange={(event) => onChange({ policy: event.target.value as ServiceDraft['policy'] })}
        >
          {POLICIES.map((one) => (
            <option key={one} value={one}>
              {t(`policies.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <label className="flex min-h-target items-center gap-3 text-sm">
        <input
          type="checkbox"
          className="size-5 accent-[var(--primary)]"
          checked={draft.requiresApproval}
          onChange={(event) => onChange({ requiresApproval: event.target.checked })}
        />
        {t('approval')}
      </label>
    </>
  );
}
