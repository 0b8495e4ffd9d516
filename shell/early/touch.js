// The first touch of a part whose code waits for one. What follows is in src/federation/browser/touch.
{
  const kinds = ['pointerover', 'pointerdown', 'touchstart', 'focusin', 'keydown', 'click'];
  const note = ({ target }) => {
    if (!target.closest?.('[data-hydrate]')) return;
    for (const kind of kinds) removeEventListener(kind, note, true);
    for (const link of document.querySelectorAll('link[data-on-touch]')) link.rel = 'preload';
    document.documentElement.dataset.touched = '';
    dispatchEvent(new Event('marketplace:touched'));
  };
  for (const kind of kinds) addEventListener(kind, note, { capture: true, passive: true });
}
