import { buttonClasses } from '@marketplace/kit/ui/button';
import { CircleUserRound } from 'lucide-react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { Viewer } from '../../identity/viewer';
import { useViewer } from './use-viewer';

/** Door to the account: a link for guests, a small menu for who is signed in. */
export function AccountMenu() {
  const viewer = useViewer();
  return viewer?.signedIn ? <SignedInMenu viewer={viewer} /> : <SignInLink />;
}

function SignInLink() {
  const t = useTranslations('frame.account');
  return (
    <a
      href="/auth/sign-in"
      className={buttonClasses({ variant: 'secondary', className: 'max-sm:px-3' })}
      onClick={({ currentTarget }) => {
        const here = `${location.pathname}${location.search}`;
        if (here !== '/' && !here.startsWith('/auth/')) {
          currentTarget.search = `?next=${encodeURIComponent(here)}`;
        }
      }}
    >
      {t('signIn')}
    </a>
  );
}

function closeWhenLeft({ currentTarget, relatedTarget }: FocusEvent<HTMLDetailsElement>) {
  if (!currentTarget.contains(relatedTarget)) currentTarget.open = false;
}

function closeOnEscape({ currentTarget, key }: KeyboardEvent<HTMLDetailsElement>) {
  if (key !== 'Escape') return;
  currentTarget.open = false;
  currentTarget.querySelector('summary')?.focus();
}

function SignedInMenu({ viewer }: { viewer: Viewer }) {
  const t = useTranslations('frame.account');
  const isProvider = viewer.groups.some((group) => group === 'provider' || group === 'admin');
  const item = 'flex min-h-target items-center rounded-control px-3 hover:bg-sunken';
  return (
    <details className="relative" onBlur={closeWhenLeft} onKeyDown={closeOnEscape}>
      <summary
        className={buttonClasses({ variant: 'secondary', className: 'cursor-pointer list-none' })}
      >
        <CircleUserRound aria-hidden />
        <span className="sr-only">{t('menu')}:</span>
        <span className="max-w-32 truncate max-sm:sr-only">{viewer.name ?? viewer.email}</span>
      </summary>
      <div className="absolute right-0 top-full z-40 mt-2 grid w-60 gap-0.5 rounded-card border border-line bg-raised p-2 text-sm shadow-float">
        <p className="truncate px-3 py-2 text-xs text-muted">
          {t('signedInAs', { name: viewer.email ?? viewer.name ?? '' })}
        </p>
        <a className={item} href="/bookings">
          {t('bookings')}
        </a>
        {isProvider ? (
          <a className={item} href="/portal">
            {t('portal')}
          </a>
        ) : null}
        {viewer.groups.includes('admin') ? (
          <a className={item} href="/portal/operator">
            {t('operator')}
          </a>
        ) : null}
        <a className={item} href="/account">
          {t('account')}
        </a>
        <form method="post" action="/auth/api/sign-out">
          <button type="submit" className={`${item} w-full text-left`}>
            {t('signOut')}
          </button>
        </form>
      </div>
    </details>
  );
}
