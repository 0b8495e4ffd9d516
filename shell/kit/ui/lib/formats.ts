/**
 * Makes each formatter once: building one costs a hundred times what using it does, and lists format
 * hundreds of times.
 */
function kept<Options extends object, Format>(make: (locale: string, options: Options) => Format) {
  const formats = new Map<string, Format>();
  return (locale: string, options: Options): Format => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = formats.get(key);
    if (known) return known;
    const format = make(locale, options);
    formats.set(key, format);
    return format;
  };
}

/** The one formatter for dates of a locale and these options. */
export const dateFormat = kept(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** The one formatter for numbers of a locale and these options. */
export const numberFormat = kept(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

/** Hour and minute as the locale's clock has them: "8:30 AM" but "08:30". */
export function clockOf(locale: string): Intl.DateTimeFormatOptions {
  const { hourCycle } = dateFormat(locale, { hour: 'numeric' }).resolvedOptions();
  const twelve = hourCycle === 'h12' || hourCycle === 'h11';
  return { hour: twelve ? 'numeric' : '2-digit', minute: '2-digit' };
}
