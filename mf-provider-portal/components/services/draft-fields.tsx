import { Checkbox } from '@marketplace/kit/ui/checkbox';
import { Field } from '@marketplace/kit/ui/field';
import { Input, Textarea } from '@marketplace/kit/ui/input';
import { Select } from '@marketplace/kit/ui/select';
import { useTranslations } from 'use-intl';
import { CATEGORIES, POLICIES, type ServiceDraft } from './service-draft';

/** What is wrong with a field, as it is shown beside it. */
export type FieldErrors = Partial<Record<keyof ServiceDraft, string>>;

interface DraftFieldsProps {
  draft: ServiceDraft;
  currency: string;
  errors: FieldErrors;
  onChange(change: Partial<ServiceDraft>): void;
}

const NUMBERS = [
  'price',
  'duration',
  'step',
  'capacity',
  'bufferBefore',
  'bufferAfter',
  'notice',
] as const;

export function DraftFields({ draft, currency, errors, onChange }: DraftFieldsProps) {
  const t = useTranslations('services.form');
  const category = useTranslations('services.categories');
  return (
    <>
      <Field label={t('title')} error={errors.title}>
        <Input
          name="title"
          maxLength={120}
          value={draft.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </Field>
      <Field label={t('description')} error={errors.description}>
        <Textarea
          name="description"
          maxLength={4000}
          value={draft.description}
          onChange={(event) => onChange({ description: event.target.value })}
        />
      </Field>
      <Field label={t('category')} error={errors.category}>
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
      <div className="grid items-end gap-4 sm:grid-cols-2">
        {NUMBERS.map((name) => (
          <Field key={name} label={t(name, { currency })} error={errors[name]}>
            <Input
              name={name}
              inputMode="decimal"
              value={draft[name]}
              onChange={(event) => onChange({ [name]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <Field label={t('policy')} error={errors.policy}>
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
      <Checkbox
        label={t('approval')}
        checked={draft.requiresApproval}
        onChange={(event) => onChange({ requiresApproval: event.target.checked })}
      />
    </>
  );
}
