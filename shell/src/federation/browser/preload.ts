import type { ComposedPageProps } from '../slot-state';
import { loadSlotOnce } from './load-slot';

const PRELOAD_LIMIT_MS = 4_000;

/**
 * Loads the slots of the page that the server rendered, before hydration: then components are there
 * synchronously and no Suspense boundary stands between server HTML and page. What does not arrive in
 * time is left as the server rendered it and attached later.
 */
export async function preloadSlots(): Promise<void> {
  const data = document.getElementById('__NEXT_DATA__')?.textContent ?? '{}';
  const page: { props?: { pageProps?: Partial<ComposedPageProps> } } = JSON.parse(data);
  const slots = Object.values(page.props?.pageProps?.slots ?? {});
  const wanted = slots.filter(({ hydrate }) => hydrate !== 'touch');
  await Promise.all(
    wanted.map((slot) =>
      loadSlotOnce(slot, PRELOAD_LIMIT_MS).catch((error: unknown) => {
        console.warn(`${slot.slice}/${slot.name} is not interactive yet:`, error);
      }),
    ),
  );
}
