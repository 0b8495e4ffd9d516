const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs a hundred times what using it does, and lists format hundreds of times. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, format);
  return format;
}

/** Hour and minute as the locale's clock has them: "8:30 AM" but "08:30". */
export function clockOf(locale: string): Intl.DateTimeFormatOptions {
  const { hourCycle } = dateFormat(locale, { hour: 'numeric' }).resolvedOptions();
  const twelve = hourCycle === 'h12' || hourCycle === 'h11';
  return { hour: twelve ? 'numeric' : '2-digit', minute: '2-digit' };
}
