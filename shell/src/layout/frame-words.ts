import { pickWords, type Words } from '@marketplace/kit/slice/words';
import de from '../../messages/frame/de.json';
import en from '../../messages/frame/en.json';
import es from '../../messages/frame/es.json';
import fr from '../../messages/frame/fr.json';

/** What every page of the shell may say, in the language of the market; for the server only. */
export function frameWords(locale: string): Words {
  return pickWords({ en, de, fr, es }, locale, ['frame', 'unavailable', 'errors']);
}
