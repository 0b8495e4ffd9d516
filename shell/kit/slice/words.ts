import { type Language, languageOf } from '@marketplace/services/domain/markets';
import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';
import type { Loaded, Loader } from './contract';

/** The texts of a slice in every language; all have the keys of the English one. */
export type Catalogues<Messages> = Record<Language, Messages>;

/** The texts that one screen needs, in the page's language. They travel with the props, not with the code. */
export interface Words {
  language: Language;
  messages: Record<string, object>;
}

/** What a screen is given beside its loader's own props. */
export interface WithWords {
  words: Words;
}

/** Picks a screen's namespaces from the catalogue that the market of this locale reads. */
export function pickWords<Messages extends Record<string, object>>(
  catalogues: Catalogues<Messages>,
  locale: string,
  namespaces: readonly (keyof Messages & string)[],
): Words {
  const language = languageOf(locale);
  const picked = namespaces.map((name) => [name, catalogues[language][name]]);
  return { language, messages: Object.fromEntries(picked) };
}

/** A loader whose screen also gets its texts: the browser downloads one language, and only this page's part. */
export function inLanguage<Props, Messages extends Record<string, object>>(
  load: Loader<Props>,
  catalogues: Catalogues<Messages>,
  namespaces: readonly (keyof Messages & string)[],
): Loader<Props & WithWords> {
  return async (context): Promise<Loaded<Props & WithWords>> => {
    const loaded = await load(context);
    const words = pickWords(catalogues, context.locale, namespaces);
    return { ...loaded, props: { ...loaded.props, words } };
  };
}

/** Texts outside of React, on the server: titles and descriptions, pages and mails that it writes itself. */
export function speakerOf<Messages extends Record<string, object>>(
  catalogues: Catalogues<Messages>,
) {
  return <N extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
    namespace: N,
    locale: string,
  ) => {
    const language = languageOf(locale);
    return createTranslator({ locale: language, messages: catalogues[language], namespace });
  };
}
