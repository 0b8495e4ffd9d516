import { useTranslations } from 'use-intl';
import { Missing } from '../shared/missing';

export function NoSuchProvider() {
  const t = useTranslations('provider');
  return <Missing title={t('missing')} text={t('missingText')} action={t('missingAction')} />;
}
