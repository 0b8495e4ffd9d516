import { cn } from '@marketplace/kit/ui/cn';
import { formatPrice } from '@marketplace/kit/ui/price';
import { useLocale } from '@marketplace/kit/ui/scope';
import type { ServiceSummary } from '@marketplace/services/catalog/contract';
import { useTranslations } from 'use-intl';
import type { Cluster } from './geo/clusters';

interface PinsProps {
  clusters: readonly Cluster<ServiceSummary>[];
  /** Services that are chosen or pointed at in the list. */
  marked: ReadonlySet<string>;
  onChoose: (services: readonly ServiceSummary[]) => void;
}

/** Price labels on the map, in the order of the list for who goes through them by keyboard. */
export function Pins({ clusters, marked, onChoose }: PinsProps) {
  return clusters.map((cluster) => (
    <Pin
      key={cluster.key}
      cluster={cluster}
      marked={cluster.items.some(({ id }) => marked.has(id))}
      onChoose={onChoose}
    />
  ));
}

interface PinProps {
  cluster: Cluster<ServiceSummary>;
  marked: boolean;
  onChoose: PinsProps['onChoose'];
}

function Pin({ cluster: { at, items }, marked, onChoose }: PinProps) {
  const { label, name } = usePinWords(items);
  return (
    <button
      type="button"
      aria-label={name}
      aria-pressed={marked}
      onClick={() => onChoose(items)}
      onPointerDown={(event) => event.stopPropagation()}
      style={{ transform: `translate(${at.x}px, ${at.y}px) translate(-50%, -50%)` }}
      className={cn(
        'absolute left-0 top-0 inline-flex h-8 items-center whitespace-nowrap rounded-full border px-3 text-xs font-semibold tabular-nums shadow-lift transition-colors duration-feedback before:absolute before:-inset-1.5',
        marked
          ? 'z-20 border-ink bg-ink text-canvas'
          : 'z-10 border-line-strong/50 bg-raised text-ink hover:z-20 hover:border-ink',
      )}
    >
      {label}
    </button>
  );
}

function usePinWords(items: readonly ServiceSummary[]): { label: string; name: string } {
  const t = useTranslations('map');
  const locale = useLocale();
  const [first] = items;
  if (!first) return { label: '', name: '' };
  const cheapest = items.reduce((one, other) =>
    other.guestPriceMinor < one.guestPriceMinor ? other : one,
  );
  const price = formatPrice({
    amountMinor: cheapest.guestPriceMinor,
    currency: cheapest.currency,
    locale,
    brief: true,
  });
  if (items.length === 1) {
    return {
      label: price,
      name: t('pin', { title: first.title, provider: first.providerName, price }),
    };
  }
  const count = items.length;
  return samePlace(items)
    ? { label: t('from', { count, price }), name: t('group', { count, price }) }
    : { label: String(count), name: t('zoomGroup', { count }) };
}

/** Whether no zoom could take the services apart. */
export function samePlace(services: readonly ServiceSummary[]): boolean {
  return services.every(({ lat, lon }) => lat === services[0]?.lat && lon === services[0].lon);
}
