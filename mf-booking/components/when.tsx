import { useLocale } from 'use-intl';

/** City of a zone's name, e.g. `New York`; the zone itself when it has none. */
const cityOf = (timeZone: string) => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/** A start as a date and a clock time that names its zone. */
export function WhenWhere({ start, timeZone }: { start: string; timeZone: string }) {
  const locale = useLocale();
  const instant = new Date(start);
  const date = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(instant);
  const clock = new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(instant);
  return (
    <time dateTime={start} className="block">
      <span className="block font-medium">{date}</span>
      <span className="block tabular-nums">
        {clock} ({cityOf(timeZone)})
      </span>
    </time>
  );
}
