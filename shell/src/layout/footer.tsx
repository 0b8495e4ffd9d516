import { useTranslations } from 'use-intl';
import { ThemeToggle } from './header/theme-toggle';

const LEGAL = ['terms', 'privacy', 'imprint'] as const;

/**
 * What belongs under every page: what prices contain, and the legal pages. Plain links: those are pages of
 * another router, which Next's own link would fetch in vain as soon as it is seen.
 */
export function Footer() {
  const t = useTranslations('frame.footer');
  return (
    <footer className="mt-16 border-t border-line bg-sunken/60">
      <div className="mx-auto grid max-w-page gap-4 px-4 py-8 text-sm text-muted sm:grid-cols-[1fr_auto] sm:items-center sm:px-6">
        <p className="max-w-prose">{t('prices')}</p>
        <nav aria-label={t('navigation')} className="-mx-3 flex flex-wrap">
          {LEGAL.map((page) => (
            <a
              key={page}
              href={`/legal/${page}`}
              className="inline-flex min-h-target items-center px-3 hover:text-ink hover:underline"
            >
              {t(page)}
            </a>
          ))}
          <span className="ml-auto sm:hidden">
            <ThemeToggle />
          </span>
        </nav>
      </div>
    </footer>
  );
}
