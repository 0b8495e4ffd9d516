import type { Faker } from '@faker-js/faker';
import { faker as danish } from '@faker-js/faker/locale/da';
import { faker as german } from '@faker-js/faker/locale/de';
import { faker as french } from '@faker-js/faker/locale/fr';
import { faker as dutch } from '@faker-js/faker/locale/nl';
import { faker as brazilian } from '@faker-js/faker/locale/pt_BR';

const BRITISH = [
  ...['High Street', 'Victoria Road', 'Station Road', 'Albert Road', 'Church Lane', 'King Street'],
  ...['Queen Street', 'Mill Lane', 'George Street', 'Park Road', 'Bridge Street', 'Chapel Street'],
];
const SPANISH = [
  ...['Calle Mayor', 'Calle de la Luna', 'Calle del Carmen', 'Calle San Miguel', 'Calle Real'],
  ...['Calle de la Paz', 'Plaza Nueva', 'Calle del Sol', 'Paseo de la Alameda', 'Calle del Pez'],
];
const SWISS_FRENCH = ['Rue du Lac', 'Rue de la Gare', 'Avenue de la Paix', 'Rue du Marché'];

const NAMES: Record<string, readonly string[]> = {
  AE: ['Al Wasl Road', 'Jumeirah Street', 'Al Diyafah Street', 'Al Rigga Road', 'Kuwait Street'],
  AU: BRITISH,
  CA: [...BRITISH, 'Maple Avenue', 'Dundas Street', 'Elgin Street', 'Wellington Street'],
  ES: SPANISH,
  GB: BRITISH,
  IE: BRITISH,
  IN: [
    ...['MG Road', 'Hill Road', 'Park Street', 'Temple Road', 'Lake View Road', 'Nehru Road'],
    ...['Gandhi Marg', '1st Main Road', '4th Cross Road', 'Linking Road', 'Market Road'],
  ],
  MX: SPANISH,
  SG: [
    ...['Joo Chiat Road', 'Tiong Bahru Road', 'Arab Street', 'Club Street', 'Keong Saik Road'],
    ...['Upper Thomson Road', 'East Coast Road', 'Holland Avenue'],
  ],
  US: [
    ...['Maple Avenue', 'Oak Street', 'Cedar Street', 'Franklin Street', 'Lincoln Avenue'],
    ...['Union Street', 'Grand Avenue', 'Willow Street', 'Court Street', 'Prospect Avenue'],
    ...['Highland Avenue', 'Spring Street', 'Church Street', 'Washington Avenue'],
  ],
};
const LOCALES: Record<string, Faker> = {
  AT: german,
  BR: brazilian,
  CH: german,
  DE: german,
  DK: danish,
  FR: french,
  NL: dutch,
};
const NUMBER_FIRST = new Set(['AE', 'AU', 'CA', 'FR', 'GB', 'IE', 'IN', 'SG', 'US']);
const FRENCH_SPEAKING = new Set(['Geneva', 'Lausanne']);

/** A street with a number as the country writes it, e.g. `Haselweg 12` or `214 Oak Street`. */
export function streetIn({ country, city }: { country: string; city: string }, random: Faker) {
  const number = random.number.int({ min: 1, max: country === 'US' ? 480 : 96 });
  if (country === 'JP') {
    const block = [random.number.int({ min: 1, max: 6 }), random.number.int({ min: 1, max: 24 })];
    return [...block, random.number.int({ min: 1, max: 18 })].join('-');
  }
  if (FRENCH_SPEAKING.has(city)) return `${random.helpers.arrayElement(SWISS_FRENCH)} ${number}`;
  const street = streetName(country, random);
  return NUMBER_FIRST.has(country) ? `${number} ${street}` : `${street} ${number}`;
}

function streetName(country: string, random: Faker): string {
  const names = NAMES[country];
  if (names) return random.helpers.arrayElement(names);
  const locale = LOCALES[country] ?? german;
  locale.seed(random.number.int());
  return locale.location.street();
}
