import { buttonClasses } from '@marketplace/kit/ui/button';
import { Card } from '@marketplace/kit/ui/card';
import { accountWords as t } from './words';

/** Ends this session or all of them; plain forms, which need no script. */
export function SessionsCard() {
  return (
    <Card asChild className="grid gap-3 p-5 sm:p-7">
      <section>
        <h2 className="font-display text-lg font-semibold">{t('sessionsTitle')}</h2>
        <p className="text-sm text-muted">{t('sessionsBody')}</p>
        <form method="post" action="/auth/api/sign-out" className="mt-2 flex flex-wrap gap-3">
          <button type="submit" className={buttonClasses({ variant: 'primary' })}>
            {t('signOut')}
          </button>
          <button type="submit" name="everywhere" value="yes" className={buttonClasses()}>
            {t('signOutEverywhere')}
          </button>
        </form>
      </section>
    </Card>
  );
}
