import { Card } from '@marketplace/kit/ui/card';
import type { ReactNode } from 'react';

interface AccountCardProps {
  title: string;
  body: string;
  /** What can be done about it. */
  children: ReactNode;
}

/** One subject of the account page. */
export function AccountCard({ title, body, children }: AccountCardProps) {
  return (
    <Card asChild className="grid gap-3 p-5 sm:p-7">
      <section>
        <h2 className="font-display text-lg font-semibold">{title}</h2>
        <p className="text-sm text-muted">{body}</p>
        <div className="mt-2 flex flex-wrap gap-3">{children}</div>
      </section>
    </Card>
  );
}
