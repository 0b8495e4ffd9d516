import { Button } from '@marketplace/kit/ui/button';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { chooseTheme, currentTheme, NEXT_THEME, subscribeToTheme, type Theme } from './theme';

const ICONS = { system: Monitor, light: Sun, dark: Moon };

/** Goes through system, light and dark. `early/theme.js` applies the choice before the first paint. */
export function ThemeToggle() {
  const t = useTranslations('frame.theme');
  const theme = useSyncExternalStore<Theme>(subscribeToTheme, currentTheme, () => 'system');
  const Icon = ICONS[theme];
  return (
    <Button
      variant="quiet"
      size="icon"
      aria-label={t(theme)}
      title={t(theme)}
      onClick={() => chooseTheme(NEXT_THEME[theme])}
    >
      <Icon aria-hidden />
    </Button>
  );
}
