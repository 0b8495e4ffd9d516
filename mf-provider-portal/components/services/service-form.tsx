import { type Problem, ProblemError } from '@marketplace/kit/slice/request';
import { Button } from '@marketplace/kit/ui/button';
import { Dialog, DialogContent } from '@marketplace/kit/ui/dialog';
import { Notice } from '@marketplace/kit/ui/notice';
import type { OwnService } from '@marketplace/services/provider/contract';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { saveService } from '../../data/provider';
import { DraftFields, type FieldErrors } from './draft-fields';
import { draftOf, fieldOfPath, readDraft, type ServiceDraft } from './service-draft';

interface ServiceFormProps {
  service: OwnService | null;
  currency: string;
  onSaved(service: OwnService): void;
  onClose(): void;
}

/** What the service refused, at the fields it refused. */
function refusedFields(problem: Problem | null): FieldErrors {
  const errors: FieldErrors = {};
  for (const { path, message } of problem?.errors ?? []) {
    const field = fieldOfPath(path);
    if (field) errors[field] = message;
  }
  return errors;
}

const UNKNOWN: Problem = { type: 'about:blank', title: '', status: 500, code: 'UNKNOWN' };

/** A service's form; the same rules as the service's own decide before anything is sent. */
export function ServiceForm({ service, currency, onSaved, onClose }: ServiceFormProps) {
  const t = useTranslations('services.form');
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(() => draftOf(service, currency));
  const [wasChecked, setWasChecked] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [refused, setRefused] = useState<Problem | null>(null);
  const read = readDraft(draft, currency);
  const errors: FieldErrors = refusedFields(refused);
  for (const [field, code] of Object.entries(wasChecked ? read.errors : {})) {
    errors[field as keyof ServiceDraft] = t(code, { currency });
  }

  const focusFirstError = () =>
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(),
    );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSaving) return;
    setWasChecked(true);
    setRefused(null);
    if (!read.input) return focusFirstError();
    setIsSaving(true);
    try {
      onSaved(await saveService(read.input, service?.id));
    } catch (error) {
      setRefused(error instanceof ProblemError ? error.problem : UNKNOWN);
      setIsSaving(false);
      focusFirstError();
    }
  };

  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()}>
      <DialogContent title={service ? t('titleEdit') : t('titleNew')} closeLabel={t('close')}>
        <form ref={form} onSubmit={submit} noValidate className="grid gap-4">
          {refused && (
            <Notice tone="danger" urgent title={t('refused')}>
              {t('refusedText')}
            </Notice>
          )}
          <DraftFields
            draft={draft}
            currency={currency}
            errors={errors}
            onChange={(change) => {
              setDraft({ ...draft, ...change });
              setRefused(null);
            }}
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
