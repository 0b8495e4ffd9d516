/** What documents name before any bundle, as the build calls it: see `early/` and `shell/kit/federation/early-files`. */
export const EARLY_FILES = {
  icon: process.env.EARLY_ICON_SVG,
  theme: process.env.EARLY_THEME_JS,
  touch: process.env.EARLY_TOUCH_JS,
};
