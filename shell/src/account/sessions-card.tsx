import { buttonClasses } from '@marketplace/kit/ui/button';
import { AccountCard } from './account-card';
import type { AccountWords } from './words';

/** Ends this session or all of them; a plain form, which needs no script. */
export function SessionsCard({ t }: { t: AccountWords }) {
  return (
    <AccountCard title={t('sessionsTitle')} body={t('sessionsBody')}>
      <form method="post" action="/auth/api/sign-out" className="flex flex-wrap gap-3">
        <button type="submit" className={buttonClasses({ variant: 'primary' })}>
          {t('signOut')}
        </button>
        <button type="submit" name="everywhere" value="yes" className={buttonClasses()}>
          {t('signOutEverywhere')}
        </button>
      </form>
    </AccountCard>
  );
}
