import { CalendarCheck, ReceiptText, Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';

const STEPS = [
  { key: 'find', icon: CalendarCheck },
  { key: 'pay', icon: ReceiptText },
  { key: 'change', icon: Undo2 },
] as const;

/** The three promises, a line each. */
export function HowItWorks() {
  const t = useTranslations('home.steps');
  return (
    <ol className="grid gap-8 md:grid-cols-3 md:gap-10">
      {STEPS.map(({ key, icon: Icon }) => (
        <li key={key} className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 md:grid-cols-1">
          <span className="row-span-2 grid size-11 place-items-center rounded-full border border-line-strong/50 md:row-auto md:mb-2">
            <Icon aria-hidden className="size-5" strokeWidth={1.75} />
          </span>
          <h3 className="font-display text-lg font-semibold">{t(`${key}.title`)}</h3>
          <p className="max-w-prose text-sm text-muted">{t(`${key}.text`)}</p>
        </li>
      ))}
    </ol>
  );
}
