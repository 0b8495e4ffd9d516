import { Card } from '@marketplace/kit/ui/card';
import { safeNext } from '@marketplace/services/domain/identity';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { parseProblemCode } from '../identity/problem';
import { FORM_EMAIL_COOKIE } from '../identity/session-cookies';
import { authWords, noticeText, problemText } from './words';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What a form page reads from its address and from the form before it. */
export async function formState(searchParams: SearchParams) {
  const { problem, notice, next, step } = await searchParams;
  const t = await authWords();
  const code = parseProblemCode(problem);
  const email = (await cookies()).get(FORM_EMAIL_COOKIE)?.value ?? '';
  return {
    t,
    email,
    next: safeNext(typeof next === 'string' ? next : undefined),
    notice: noticeText(t, notice),
    problem: code && problemText(t, code),
    step: typeof step === 'string' ? step : undefined,
  };
}

interface AuthPageProps {
  title: string;
  lead: string;
  notice?: string | undefined;
  children: ReactNode;
  /** Ways on for who is on the wrong page. */
  footer?: ReactNode;
}

/** The one-card page that all sign-in forms share. */
export function AuthPage({ title, lead, notice, children, footer }: AuthPageProps) {
  return (
    <div className="mx-auto grid w-full max-w-md gap-6 px-4 py-10 sm:py-16">
      <div className="grid gap-2">
        <h1 className="font-display text-2xl font-bold">{title}</h1>
        <p className="text-muted">{lead}</p>
      </div>
      {notice ? (
        <p role="status" className="rounded-card bg-success-quiet p-4 text-sm font-medium">
          {notice}
        </p>
      ) : null}
      <Card className="grid gap-5 p-5 sm:p-7">{children}</Card>
      {footer ? <div className="grid justify-items-center gap-2 text-sm">{footer}</div> : null}
    </div>
  );
}

/** A link between the sign-in pages that keeps where the person wanted to go. */
export function AuthLink({
  href,
  next,
  children,
}: {
  href: string;
  next: string;
  children: ReactNode;
}) {
  const target = next === '/' ? href : `${href}?next=${encodeURIComponent(next)}`;
  return (
    <a
      href={target}
      className="inline-flex min-h-target items-center font-medium text-primary underline decoration-primary/35 underline-offset-4 hover:decoration-primary"
    >
      {children}
    </a>
  );
}
