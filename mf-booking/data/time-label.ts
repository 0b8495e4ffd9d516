const clock = (locale: string, timeZone: string, zoneName: boolean) =>
  new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: 'numeric',
    minute: '2-digit',
    ...(zoneName ? { timeZoneName: 'short' } : {}),
  });

/**
 * Clock times of one day, in order. Where the same time comes twice (the hour that autumn repeats),
 * both carry the short name of their offset, so that they can be told apart.
 */
export function timeLabels(
  instants: readonly string[],
  locale: string,
  timeZone: string,
): Map<string, string> {
  const plain = clock(locale, timeZone, false);
  const named = clock(locale, timeZone, true);
  const texts = instants.map((instant) => plain.format(new Date(instant)));
  return new Map(
    instants.map((instant, index) => {
      const text = texts[index] ?? '';
      const isTwice = texts.filter((other) => other === text).length > 1;
      return [instant, isTwice ? named.format(new Date(instant)) : text];
    }),
  );
}
