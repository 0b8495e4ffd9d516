import { cn } from '@marketplace/kit/ui/lib';
import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { STEPS, type Step } from './state/flow-state';

interface StepsNavProps {
  current: Step;
  /** Once the time is held, the steps before are settled. */
  isLocked: boolean;
  onReopen(step: Step): void;
}

export function StepsNav({ current, isLocked, onReopen }: StepsNavProps) {
  const t = useTranslations('flow.steps');
  const currentIndex = STEPS.indexOf(current);
  return (
    <nav aria-label={t('label')} className="mb-6">
      <ol className="flex gap-2">
        {STEPS.map((step, index) => {
          const isDone = index < currentIndex;
          const canReopen = isDone && !isLocked;
          const content = (
            <>
              <span
                className={cn(
                  'grid size-6 shrink-0 place-items-center rounded-full text-xs font-semibold tabular-nums',
                  index <= currentIndex ? 'bg-ink text-canvas' : 'bg-sunken',
                )}
              >
                {isDone ? <Check aria-hidden className="size-3.5" /> : index + 1}
              </span>
              {t(step)}
              {isDone && <span className="sr-only">({t('done')})</span>}
            </>
          );
          const classes = cn(
            'flex min-h-target w-full items-center gap-2 border-t-2 pt-2 text-left text-sm',
            index <= currentIndex ? 'border-ink font-medium text-ink' : 'border-line text-muted',
          );
          return (
            <li key={step} className="flex-1" aria-current={step === current ? 'step' : undefined}>
              {canReopen ? (
                <button type="button" className={classes} onClick={() => onReopen(step)}>
                  {content}
                </button>
              ) : (
                <span className={classes}>{content}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
