import { buttonClasses } from '@marketplace/kit/ui/button';
import type { AuthWords } from './words';

interface ResendFormProps {
  t: AuthWords;
  email: string;
  next: string;
}

/** Asks for another code; a plain form, since it does one thing. */
export function ResendForm({ t, email, next }: ResendFormProps) {
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
