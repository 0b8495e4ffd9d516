import { useTranslations } from 'use-intl';
import { Missing } from '../shared/missing';

export function NoSuchService() {
  const t = useTranslations('detail');
  return <Missing title={t('missing')} text={t('missingText')} action={t('missingAction')} />;
}
