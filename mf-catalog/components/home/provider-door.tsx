import { Art } from '@marketplace/kit/ui/art';
import { Button } from '@marketplace/kit/ui/button';
import { Card } from '@marketplace/kit/ui/card';
import { useTranslations } from 'use-intl';

/** The way in for people who offer services. A plain link: the portal is behind the sign-in. */
export function ProviderDoor() {
  const t = useTranslations('home.provider');
  return (
    <Card asChild className="grid overflow-hidden md:grid-cols-[1fr_minmax(0,24rem)]">
      <section>
        <div className="grid content-center justify-items-start gap-3 p-6 sm:p-10">
          <h2 className="font-display text-2xl font-semibold">{t('title')}</h2>
          <p className="max-w-prose text-muted">{t('text')}</p>
          <Button asChild className="mt-2">
            <a href="/portal">{t('action')}</a>
          </Button>
        </div>
        <div className="h-40 md:h-full">
          <Art seed="a door of one's own" category="tutoring" />
        </div>
      </section>
    </Card>
  );
}
