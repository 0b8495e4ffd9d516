const FONTS = [
  new URL('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', import.meta.url),
  new URL(
    '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2',
    import.meta.url,
  ),
];

/** Asks for the two typefaces with the page, not after its stylesheet. */
export function FontPreloads() {
  return FONTS.map(({ pathname }) => (
    <link
      key={pathname}
      rel="preload"
      as="font"
      type="font/woff2"
      href={pathname}
      crossOrigin="anonymous"
    />
  ));
}
