import { describe, expect, it } from 'vitest';
import type { LoaderContext } from './contract';
import { inLanguage, pickWords } from './words';

const say = (hello: string, bye: string) => ({ door: { hello }, street: { bye } });
const catalogues = {
  en: say('Hello', 'Bye'),
  de: say('Hallo', 'Tschüss'),
  fr: say('Bonjour', 'Au revoir'),
  es: say('Hola', 'Adiós'),
};

describe('words', () => {
  it('are those of the screen, in the language of the market', () => {
    expect(pickWords(catalogues, 'de-CH', ['door'])).toEqual({
      language: 'de',
      messages: { door: { hello: 'Hallo' } },
    });
  });

  it('are English where there is no catalogue', () => {
    expect(pickWords(catalogues, 'ja-JP', ['street']).messages).toEqual({ street: { bye: 'Bye' } });
  });

  it('join what the loader answers and change nothing else of it', async () => {
    const load = inLanguage(
      async () => ({ props: { count: 2 }, head: { title: 'x' }, status: 404 as const }),
      catalogues,
      ['door'],
    );
    await expect(load({ locale: 'fr-FR' } as LoaderContext)).resolves.toEqual({
      props: { count: 2, words: { language: 'fr', messages: { door: { hello: 'Bonjour' } } } },
      head: { title: 'x' },
      status: 404,
    });
  });
});
