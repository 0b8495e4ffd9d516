import { createTranslator } from 'use-intl/core';
import type { Language } from '../../domain/markets';
import de from './de.json';
import en from './en.json';
import es from './es.json';
import fr from './fr.json';

/** All have the keys of the English one. */
const CATALOGUES = { en, de, fr, es };

/** What mails about accounts say, in a language. */
export const speak = (language: Language) =>
  createTranslator({ locale: language, messages: CATALOGUES[language] });
