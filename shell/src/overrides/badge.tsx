import { buttonClasses } from '@marketplace/kit/ui/button';
import { FlaskConical } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useLocalReport } from './local/local-reports';
import type { ShownOverride } from './shown-override';

interface OverrideBadgeProps {
  override: ShownOverride;
  /** Releases of the overridden slice that the page really shows. */
  shownReleases: string[];
}

/** Says on every page that it is not what others see, and how to leave. */
export default function OverrideBadge({ override, shownReleases }: OverrideBadgeProps) {
  const t = useTranslations('override.badge');
  const { slice, release, localOrigin } = override;
  const isMissing = release !== undefined && shownReleases.some((shown) => shown !== release);
  const report = useLocalReport(localOrigin);
  const problem = report && 'problem' in report ? report.problem : undefined;
  return (
    <aside
      aria-label={t('label')}
      data-override={slice}
      className="fixed inset-x-3 bottom-3 z-50 mx-auto flex w-fit max-w-[calc(100%-1.5rem)] flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-line-strong bg-raised px-4 py-2 text-sm shadow-float"
    >
      <FlaskConical aria-hidden className="size-5 shrink-0 text-accent-text" />
      <p className="min-w-0 flex-1 basis-40">
        <strong className="block break-words">
          {t('what', { slice, from: release ?? localOrigin ?? '' })}
        </strong>
        <span className="text-muted">{isMissing ? t('notShown') : t('onlyYou')}</span>
      </p>
      <div role="alert" className="contents">
        {problem ? <Problem slice={slice} problem={problem} /> : null}
      </div>
      <span className="flex gap-2">
        <a href="/_slices" className={buttonClasses({ size: 'small' })}>
          {t('change')}
        </a>
        <form method="post" action="/_slices/api/leave">
          <button type="submit" className={buttonClasses({ size: 'small', variant: 'primary' })}>
            {t('leave')}
          </button>
        </form>
      </span>
    </aside>
  );
}

/** Why there is no newer build; the page goes on with what it has. */
function Problem({ slice, problem }: { slice: string; problem: string }) {
  const t = useTranslations('override.badge');
  return (
    <div className="order-last basis-full text-danger">
      <strong>{t('broken', { slice })}</strong>
      <pre className="max-h-40 overflow-auto whitespace-pre-wrap break-words text-xs">
        {problem}
      </pre>
    </div>
  );
}
