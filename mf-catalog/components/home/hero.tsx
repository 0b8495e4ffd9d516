import { Scene } from '@marketplace/kit/ui/art';
import { useTranslations } from 'use-intl';
import { useMarket } from '../catalog-root';
import { FindForm } from '../find/find-form';

/** The search sentence over the market's landscape. */
export function Hero({ renderedAt }: { renderedAt: string }) {
  const t = useTranslations('home');
  const { code, city } = useMarket();
  return (
    <div className="relative isolate">
      <div className="absolute inset-x-0 bottom-8 top-0 -z-10 overflow-hidden md:bottom-10">
        <Scene seed={code} />
      </div>
      <div className="mx-auto grid max-w-page gap-5 px-4 pt-12 sm:px-6 sm:pt-20 lg:pt-24">
        <h1 className="max-w-[18ch] font-display text-3xl font-bold sm:text-4xl lg:text-[3.5rem]">
          {t('heading')}
        </h1>
        <p className="max-w-[30ch] text-base sm:max-w-prose sm:text-lg">{t('lead')}</p>
        <div className="mt-24 sm:mt-36 lg:mt-44">
          <FindForm
            state={{ near: city, radiusKm: 25 }}
            renderedAt={renderedAt}
            className="shadow-lift"
          />
        </div>
      </div>
    </div>
  );
}
