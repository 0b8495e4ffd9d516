import { Button } from '@marketplace/kit/ui/button';
import { Sheet, SheetContent, SheetTrigger } from '@marketplace/kit/ui/sheet';
import { Map as MapIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ResultsMap, type ResultsMapProps } from '../map/results-map';

/** The map on screens where it has no place beside the list. */
export function MapSheet(props: ResultsMapProps) {
  const t = useTranslations('search');
  return (
    <Sheet>
      <SheetTrigger asChild>
        <Button
          variant="ink"
          size="pill"
          data-bottom-bar="lg"
          className="fixed bottom-5 left-1/2 z-20 -translate-x-1/2 shadow-float lg:hidden"
        >
          <MapIcon aria-hidden />
          {t('showMap')}
        </Button>
      </SheetTrigger>
      <SheetContent side="bottom" title={t('mapTitle')} closeLabel={t('close')} bleed>
        <ResultsMap {...props} className="relative h-[80dvh]" />
      </SheetContent>
    </Sheet>
  );
}
