export interface NewSlice {
  /** `mf-gifts` */
  slice: string;
  /** Its part of the address, and its name for people: `gifts`. */
  short: string;
  /** Name of its first module and of what its components begin with: `Gifts`. */
  module: string;
}

/** What a slice starts with, beside the settings that are the same in every slice. */
export function sliceFiles({ slice, short, module }: NewSlice): Record<string, string> {
  return {
    'messages/en.json': `${JSON.stringify(
      {
        [short]: {
          title: module,
          welcome: `Here is ${module}.`,
          unavailable: 'This part is not available now.',
        },
      },
      null,
      2,
    )}\n`,
    [`components/${short}-root.tsx`]: `import type { SlotProps } from '@marketplace/kit/slice';
import type { Words } from '@marketplace/kit/slice/words';
import { WordsScope } from '@marketplace/kit/ui/scope';
import type { ReactNode } from 'react';
import messages from '../messages/en.json';

const WORDS: Words = { language: 'en', messages };

/** What every exposed module of this slice stands in: its words, its formats, its stylesheet. */
export function ${module}Root({ slot, children }: { slot: SlotProps; children: ReactNode }) {
  return (
    <WordsScope name="${slice}" locale={slot.locale} words={WORDS}>
      {children}
    </WordsScope>
  );
}
`,
    [`components/${short}-screen.tsx`]: `import { useTranslations } from 'use-intl';

/** The slice's first screen. */
export function ${module}Screen({ market }: { market: string }) {
  const t = useTranslations('${short}');
  return (
    <section className="mx-auto max-w-3xl p-8" data-market={market}>
      <h1 className="text-3xl">{t('title')}</h1>
      <p>{t('welcome')}</p>
    </section>
  );
}
`,
    [`components/${short}-fallback.tsx`]: `import type { SlotProps } from '@marketplace/kit/slice';
import { useTranslations } from 'use-intl';
import { ${module}Root } from './${short}-root';

/** Shown in the slice's place when it cannot be loaded. */
export function ${module}Fallback({ slot }: { slot: SlotProps }) {
  return (
    <${module}Root slot={slot}>
      <Words />
    </${module}Root>
  );
}

function Words() {
  const t = useTranslations('${short}');
  return <p className="p-8">{t('unavailable')}</p>;
}
`,
    [`data/load-${short}.ts`]: `import type { Loader } from '@marketplace/kit/slice';

export interface ${module}Props {
  market: string;
}

/** What the screen shows; runs on the shell's server. */
export const load${module}: Loader<${module}Props> = async ({ market }) => ({
  props: { market },
  head: { title: '${module}', canonicalPath: '/${short}' },
  maxAgeSeconds: 60,
});
`,
    [`exposes/${module}.server.ts`]: `export { load${module} as load } from '../data/load-${short}';
`,
    [`exposes/${module}.tsx`]: `import type { SlotProps } from '@marketplace/kit/slice';
import { ${module}Root } from '../components/${short}-root';
import { ${module}Screen } from '../components/${short}-screen';
import type { ${module}Props } from '../data/load-${short}';

export default function ${module}({ slot, ...props }: ${module}Props & { slot: SlotProps }) {
  return (
    <${module}Root slot={slot}>
      <${module}Screen {...props} />
    </${module}Root>
  );
}

export { ${module}Fallback as Fallback } from '../components/${short}-fallback';
`,
    'exposes/exposes.test.tsx': `// @vitest-environment jsdom
import type { SlotProps } from '@marketplace/kit/slice';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import ${module}, { Fallback } from './${module}';

const slot: SlotProps = {
  market: 'de',
  locale: 'de-DE',
  currency: 'EUR',
  publicOrigin: 'http://localhost:8080',
  stripePublishableKey: 'pk_test_local',
};

afterEach(cleanup);

it('shows its title', () => {
  render(<${module} slot={slot} market="de" />);
  expect(screen.getByRole('heading', { name: '${module}' })).toBeTruthy();
});

it('says so when it is not available', () => {
  render(<Fallback slot={slot} />);
  expect(screen.getByText(/not available/)).toBeTruthy();
});
`,
    'pages/index.tsx': `import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import ${module} from '../exposes/${module}';
import { load } from '../exposes/${module}.server';

export default standalonePage('${slice}', ${module});
export const getServerSideProps = standaloneProps(load);
`,
  };
}

/** The shell's route that shows the slice's first module. */
export function shellPage({ slice, module }: NewSlice): string {
  return `import { composePage } from '../src/federation/server/page/compose-page';

export { ComposedPage as default } from '../src/federation/composed-page';

export const getServerSideProps = composePage({ modules: { main: '${slice}/${module}' } });
`;
}
