import type { NewSlice } from '../new-slice';

/** The slice's first module: loader, component, tests, and its page when the slice runs alone. */
export function moduleFiles(slice: NewSlice): Record<string, string> {
  const { short, module } = slice;
  return {
    [`data/load-${short}.ts`]: loader(slice),
    [`exposes/${module}.server.ts`]: `import { inLanguage } from '@marketplace/kit/slice/words';
import { load${module} } from '../data/load-${short}';
import { CATALOGUES, SPOKEN } from '../data/words';

export const load = inLanguage(load${module}, CATALOGUES, SPOKEN.${module});
`,
    [`exposes/${module}.tsx`]: exposed(slice),
    'exposes/exposes.test.tsx': test(slice),
    [`pages/${short}.tsx`]: `import { standalonePage, standaloneProps } from '@marketplace/kit/slice/standalone';
import ${module} from '../exposes/${module}';
import { load } from '../exposes/${module}.server';

export default standalonePage('${slice.slice}', ${module});
export const getServerSideProps = standaloneProps(load);
`,
  };
}

const loader = ({
  short,
  module,
  namespace,
}: NewSlice) => `import type { Loader } from '@marketplace/kit/slice';
import { isMarketCode, MARKETS } from '@marketplace/services/domain/markets';
import { wordsOf } from './words';

const MAX_AGE_SECONDS = 60;

export interface ${module}Props {
  /** Where the market is at home. */
  city: string;
}

/** What the screen shows; runs on the shell's server. */
export const load${module}: Loader<${module}Props> = async ({ market, locale }) => {
  const words = wordsOf('${namespace}', locale);
  const { city } = MARKETS[isMarketCode(market) ? market : 'us'];
  return {
    props: { city: city.name },
    head: {
      title: words('title'),
      description: words('description'),
      canonicalPath: '/${short}',
    },
    maxAgeSeconds: MAX_AGE_SECONDS,
  };
};
`;

const exposed = ({
  short,
  module,
}: NewSlice) => `import type { SlotProps } from '@marketplace/kit/slice';
import type { WithWords } from '@marketplace/kit/slice/words';
import { ${module}Root } from '../components/${short}-root';
import { ${module}Screen } from '../components/${short}-screen';
import type { ${module}Props } from '../data/load-${short}';

export default function ${module}({
  slot,
  words,
  ...props
}: ${module}Props & WithWords & { slot: SlotProps }) {
  return (
    <${module}Root slot={slot} words={words}>
      <${module}Screen {...props} />
    </${module}Root>
  );
}

export { QuietFallback as Fallback } from '../components/quiet-fallback';
`;

const test = ({ module, namespace }: NewSlice) => `// @vitest-environment jsdom
import type { LoaderContext, SlotProps } from '@marketplace/kit/slice';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import de from '../messages/de.json';
import ${module}, { Fallback } from './${module}';
import { load } from './${module}.server';

const slot: SlotProps = {
  market: 'de',
  locale: 'de-DE',
  currency: 'EUR',
  publicOrigin: 'http://localhost:8080',
  stripePublishableKey: 'pk_test_local',
  pathPrefix: '/de',
};

afterEach(cleanup);

it('speaks the language of the market and stays in it', async () => {
  const { props, head } = await load(slot as unknown as LoaderContext);
  render(<${module} slot={slot} {...props} />);
  const { title, description, find } = de.${namespace};
  expect(screen.getByRole('heading').textContent).toBe(title);
  expect(screen.getByRole('link', { name: find }).getAttribute('href')).toBe('/de/search');
  expect(head).toMatchObject({ title, description });
});

it('says so when it is not available', () => {
  render(<Fallback slot={slot} />);
  expect(screen.getByRole('status').textContent).toContain(de.fallback.failed);
});
`;

/** The shell's route that shows the slice's first module. */
export const shellPage = ({
  slice,
  module,
}: NewSlice) => `import { composePage } from '../src/federation/server/page/compose-page';

export { ComposedPage as default } from '../src/federation/composed-page';

export const getServerSideProps = composePage({ modules: { main: '${slice}/${module}' } });
`;
