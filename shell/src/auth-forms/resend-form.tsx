import { buttonClasses } from '@marketplace/kit/ui/button';
import { authWords as t } from './words';

/** Asks for another code; a plain form, since it does one thing. */
export function ResendForm({ email, next }: { email: string; next: string }) {
  return (
    <form method="post" action="/auth/api/resend">
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="next" value={next} />
      <button type="submit" className={buttonClasses({ variant: 'link' })}>
        {t('confirm.resend')}
      </button>
    </form>
  );
}
