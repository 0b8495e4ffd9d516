import { LANGUAGES, type Language } from '@marketplace/services/domain/markets';
import type { NewSlice } from '../new-slice';

interface Texts {
  description: string;
  lead: string;
  find: string;
  failed: string;
  retry: string;
}

const TEXTS: Record<Language, Texts> = {
  en: {
    description: 'Something new on the marketplace.',
    lead: 'Something new begins here, in {city} and everywhere else.',
    find: 'Find a service',
    failed: 'This page is not available right now. Your bookings are safe. Try again in a minute.',
    retry: 'Try again',
  },
  de: {
    description: 'Etwas Neues auf dem Marktplatz.',
    lead: 'Hier beginnt etwas Neues, in {city} und überall sonst.',
    find: 'Leistung finden',
    failed:
      'Diese Seite ist gerade nicht erreichbar. Ihre Buchungen sind sicher. Versuchen Sie es in einer Minute noch einmal.',
    retry: 'Noch einmal versuchen',
  },
  fr: {
    description: 'Du nouveau sur la place de marché.',
    lead: 'Quelque chose de nouveau commence ici, à {city} et partout ailleurs.',
    find: 'Trouver une prestation',
    failed:
      'Cette page est indisponible pour le moment. Vos réservations sont en sécurité. Réessayez dans une minute.',
    retry: 'Réessayer',
  },
  es: {
    description: 'Algo nuevo en el mercado.',
    lead: 'Aquí empieza algo nuevo, en {city} y en todas partes.',
    find: 'Encontrar un servicio',
    failed:
      'Esta página no está disponible en este momento. Sus reservas están a salvo. Vuelva a intentarlo en un minuto.',
    retry: 'Reintentar',
  },
};

/** The slice's texts in every language, and what gives each screen its part of them. */
export function textFiles({ namespace, module, title }: NewSlice): Record<string, string> {
  const catalogues = LANGUAGES.map((language) => {
    const { failed, retry, ...screen } = TEXTS[language];
    const messages = { [namespace]: { title, ...screen }, fallback: { failed, retry } };
    return [`messages/${language}.json`, `${JSON.stringify(messages, null, 2)}\n`];
  });
  return {
    ...Object.fromEntries(catalogues),
    'data/words.ts': `import { type Catalogues, speakerOf } from '@marketplace/kit/slice/words';
import de from '../messages/de.json';
import en from '../messages/en.json';
import es from '../messages/es.json';
import fr from '../messages/fr.json';

type Namespace = keyof typeof en;

/** Every text of the slice. For loaders only: screens get the part they need with their props. */
export const CATALOGUES: Catalogues<typeof en> = { en, de, fr, es };

/** The namespaces that each screen speaks from. */
export const SPOKEN = {
  ${module}: ['${namespace}'],
} as const satisfies Record<string, readonly Namespace[]>;

/** Texts outside of React: the titles and descriptions that loaders answer. */
export const wordsOf = speakerOf(CATALOGUES);
`,
    'data/words.test.ts': `import { resolve } from 'node:path';
import { screensSpeakFrom } from '@marketplace/kit/slice/testing/spoken-namespaces';
import { SPOKEN } from './words';

screensSpeakFrom(SPOKEN, resolve(import.meta.dirname, '../exposes'));
`,
  };
}
