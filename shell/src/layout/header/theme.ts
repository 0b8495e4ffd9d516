export type Theme = 'system' | 'light' | 'dark';

/** Also read by `early/theme.js`. */
const STORAGE_KEY = 'em_theme';
const CHANGED = 'em:theme';

export const NEXT_THEME: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

/** What the root element says, which is what is seen. */
export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Applies a choice and keeps it, where the browser allows that. */
export function chooseTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Storage may be off; the choice then lasts as long as the page.
  }
  dispatchEvent(new Event(CHANGED));
}

export function subscribeToTheme(onChange: () => void): () => void {
  addEventListener(CHANGED, onChange);
  return () => removeEventListener(CHANGED, onChange);
}
