import type { NewSlice } from '../new-slice';

/** What the first module shows: the slice's root, its screen, and what stands there when it cannot be shown. */
export function componentFiles(slice: NewSlice): Record<string, string> {
  const { short } = slice;
  return {
    [`components/${short}-root.tsx`]: root(slice),
    [`components/${short}-screen.tsx`]: screen(slice),
    'components/quiet-fallback.tsx': fallback(slice),
  };
}

const root = ({
  slice,
  module,
}: NewSlice) => `import type { SlotProps } from '@marketplace/kit/slice';
import type { Words } from '@marketplace/kit/slice/words';
import { WordsScope } from '@marketplace/kit/ui/scope';
import { SitePaths } from '@marketplace/kit/ui/site-link';
import type { ReactNode } from 'react';

interface ${module}RootProps {
  slot: SlotProps;
  words: Words;
  children: ReactNode;
}

/** What every exposed module of this slice stands in: its words, its formats, its stylesheet. */
export function ${module}Root({ slot, words, children }: ${module}RootProps) {
  return (
    <WordsScope name="${slice}" locale={slot.locale} words={words}>
      <SitePaths prefix={slot.pathPrefix}>{children}</SitePaths>
    </WordsScope>
  );
}
`;

const screen = ({
  short,
  module,
  namespace,
}: NewSlice) => `import { Art } from '@marketplace/kit/ui/art';
import { Button } from '@marketplace/kit/ui/button';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import { useTranslations } from 'use-intl';
import type { ${module}Props } from '../data/load-${short}';

/** The slice's first screen. */
export function ${module}Screen({ city }: ${module}Props) {
  const t = useTranslations('${namespace}');
  return (
    <div className="mx-auto grid max-w-page items-center gap-8 px-4 py-14 sm:px-6 md:grid-cols-2 md:py-24">
      <div className="grid justify-items-start gap-3">
        <h1 className="font-display text-3xl font-bold">{t('title')}</h1>
        <p className="max-w-prose text-muted">{t('lead', { city })}</p>
        <Button asChild variant="primary" className="mt-3">
          <SiteLink href="/search">{t('find')}</SiteLink>
        </Button>
      </div>
      <div className="aspect-[8/5] overflow-hidden rounded-card max-md:order-first">
        <Art seed="${short}" category="photo" />
      </div>
    </div>
  );
}
`;

const fallback = ({
  short,
  module,
}: NewSlice) => `import type { SlotProps } from '@marketplace/kit/slice';
import { Notice } from '@marketplace/kit/ui/notice';
import { useSitePath } from '@marketplace/kit/ui/site-link';
import { languageOf } from '@marketplace/services/domain/markets';
import { useTranslations } from 'use-intl';
import de from '../messages/de.json';
import en from '../messages/en.json';
import es from '../messages/es.json';
import fr from '../messages/fr.json';
import { ${module}Root } from './${short}-root';

/** In the code, since a fallback shows when nothing else came. The bundler leaves out all other texts. */
const TEXTS = { en: en.fallback, de: de.fallback, fr: fr.fallback, es: es.fallback };

/** What stands in the place of this slice when it cannot be shown. */
export function QuietFallback({ slot }: { slot: SlotProps }) {
  const language = languageOf(slot.locale);
  const words = { language, messages: { fallback: TEXTS[language] } };
  return (
    <${module}Root slot={slot} words={words}>
      <Warning />
    </${module}Root>
  );
}

function Warning() {
  const t = useTranslations('fallback');
  const retry = <a href={useSitePath()('/${short}')}>{t('retry')}</a>;
  return (
    <div className="mx-auto max-w-prose px-4 py-16">
      <Notice tone="warning" title={t('failed')} actions={retry} />
    </div>
  );
}
`;
