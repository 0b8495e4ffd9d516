// Runs before the first paint, so that a chosen theme never flashes. The rest is in src/layout/header/theme.ts.
try {
  const theme = localStorage.getItem('em_theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Without storage there is no choice to apply.
}
