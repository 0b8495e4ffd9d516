import { Badge } from '@marketplace/kit/ui/badge';
import { buttonClasses } from '@marketplace/kit/ui/button';
import { Card } from '@marketplace/kit/ui/card';
import { Field } from '@marketplace/kit/ui/field';
import { Input } from '@marketplace/kit/ui/input';
import { Select } from '@marketplace/kit/ui/select';
import { useTranslations } from 'use-intl';
import type { SliceOnOffer } from './server/releases-on-offer';

const ACTION = '/_slices/api/choose';
const FORM = 'grid content-start gap-3';

/** One slice: what is served of it, and two ways to run it from elsewhere. Plain forms, which need no script. */
export function SliceCard({ slice, record, releases }: SliceOnOffer) {
  const t = useTranslations('slices');
  const nameOf = (release: string): string => {
    if (release === record?.live) return t('liveOption', { release });
    return release === record?.canary ? t('canaryOption', { release }) : release;
  };
  return (
    <Card asChild className="grid gap-5 p-5 sm:p-7">
      <section aria-labelledby={slice}>
        <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 id={slice} className="font-display text-xl font-semibold">
            {slice}
          </h2>
          {record ? <Badge tone="success">{t('live')}</Badge> : null}
          <span className="break-all text-sm text-muted">{record?.live ?? t('none')}</span>
          {record?.canary ? (
            <Badge tone="accent">{t('canary', { share: record.share ?? 0 })}</Badge>
          ) : null}
        </header>
        <div className="grid gap-6 sm:grid-cols-2">
          <form method="post" action={ACTION} className={FORM}>
            <input type="hidden" name="slice" value={slice} />
            <Field label={t('release')}>
              <Select name="release">
                {releases.map((release) => (
                  <option key={release} value={release}>
                    {nameOf(release)}
                  </option>
                ))}
              </Select>
            </Field>
            <button type="submit" className={buttonClasses()}>
              {t('run')}
            </button>
          </form>
          <form method="post" action={ACTION} className={FORM}>
            <input type="hidden" name="slice" value={slice} />
            <Field label={t('port')} hint={t('portHint')}>
              <Input name="port" inputMode="numeric" pattern="[0-9]{4,5}" required />
            </Field>
            <button type="submit" className={buttonClasses()}>
              {t('runLocal')}
            </button>
          </form>
        </div>
      </section>
    </Card>
  );
}
