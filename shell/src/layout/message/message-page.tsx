import type { ReactNode } from 'react';

interface MessagePageProps {
  title: string;
  children: ReactNode;
  actions: ReactNode;
}

/** A page that says one thing and offers a way on: not found, failed. */
export function MessagePage({ title, children, actions }: MessagePageProps) {
  return (
    <div className="mx-auto grid max-w-xl gap-4 px-4 py-20 sm:py-28">
      <h1 className="font-display text-3xl font-bold">{title}</h1>
      <p className="text-lg text-muted">{children}</p>
      <p className="mt-4 flex flex-wrap items-center gap-4">{actions}</p>
    </div>
  );
}
