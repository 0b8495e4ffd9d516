import type { Faker } from '@faker-js/faker';
import { faker as danish } from '@faker-js/faker/locale/da';
import { faker as german } from '@faker-js/faker/locale/de';
import { faker as austrian } from '@faker-js/faker/locale/de_AT';
import { faker as swiss } from '@faker-js/faker/locale/de_CH';
import { faker as australian } from '@faker-js/faker/locale/en_AU';
import { faker as canadian } from '@faker-js/faker/locale/en_CA';
import { faker as british } from '@faker-js/faker/locale/en_GB';
import { faker as irish } from '@faker-js/faker/locale/en_IE';
import { faker as indian } from '@faker-js/faker/locale/en_IN';
import { faker as american } from '@faker-js/faker/locale/en_US';
import { faker as spanish } from '@faker-js/faker/locale/es';
import { faker as mexican } from '@faker-js/faker/locale/es_MX';
import { faker as french } from '@faker-js/faker/locale/fr';
import { faker as dutch } from '@faker-js/faker/locale/nl';
import { faker as brazilian } from '@faker-js/faker/locale/pt_BR';

export interface PersonName {
  first: string;
  last: string;
}

const LOCALES: Record<string, Faker> = {
  AT: austrian,
  AU: australian,
  BR: brazilian,
  CA: canadian,
  CH: swiss,
  DE: german,
  DK: danish,
  ES: spanish,
  FR: french,
  GB: british,
  IE: irish,
  IN: indian,
  MX: mexican,
  NL: dutch,
  US: american,
};

/** Where faker has no names in Latin script, or none of the people who live there. */
const LISTS: Record<string, { first: string[]; last: string[] }> = {
  AE: {
    first: ['Layla', 'Omar', 'Noor', 'Sara', 'Yousef', 'Priya', 'Karim', 'Maya', 'Hessa', 'Rami'],
    last: ['Haddad', 'Khan', 'Fernandes', 'Rahimi', 'Nasser', 'Mathew', 'Santos', 'Darwish'],
  },
  JP: {
    first: [
      ...['Haruka', 'Yuki', 'Sakura', 'Aoi', 'Mei', 'Rin', 'Kaori', 'Naoko', 'Emi', 'Misaki'],
      ...['Haruto', 'Ren', 'Sota', 'Kenji', 'Daichi', 'Takumi', 'Hiroshi', 'Ryo', 'Shun', 'Akira'],
    ],
    last: [
      ...['Sato', 'Suzuki', 'Takahashi', 'Tanaka', 'Watanabe', 'Ito', 'Yamamoto', 'Nakamura'],
      ...['Kobayashi', 'Kato', 'Yoshida', 'Yamada', 'Sasaki', 'Matsumoto', 'Inoue', 'Kimura'],
      ...['Hayashi', 'Shimizu', 'Mori', 'Abe', 'Ikeda', 'Hashimoto', 'Ishikawa', 'Ogawa'],
    ],
  },
  SG: {
    first: ['Wei Ling', 'Hui Min', 'Jasmine', 'Adrian', 'Marcus', 'Aisyah', 'Kavitha', 'Darren'],
    last: ['Tan', 'Lim', 'Lee', 'Ng', 'Wong', 'Goh', 'Chua', 'Koh', 'Rahman', 'Pillai'],
  },
};

/** A believable name of somebody who lives in the country (ISO 3166-1 alpha-2), in Latin script. */
export function personIn(country: string, random: Faker): PersonName {
  const list = LISTS[country];
  if (list) {
    return {
      first: random.helpers.arrayElement(list.first),
      last: random.helpers.arrayElement(list.last),
    };
  }
  const locale = LOCALES[country] ?? american;
  locale.seed(random.number.int());
  const first = locale.person.firstName();
  // One of two Spanish surnames is what a business is called by.
  const last = country === 'ES' || country === 'MX' ? firstWord(surname(locale)) : surname(locale);
  return { first, last };
}

function surname(locale: Faker): string {
  return locale.person.lastName();
}

function firstWord(text: string): string {
  return text.split(' ')[0] ?? text;
}
