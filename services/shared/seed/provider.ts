import { createHash } from 'node:crypto';
import { base, en, Faker } from '@faker-js/faker';
import type { Category } from '../../catalog/contract';
import { type City, MARKETS, type MarketCode } from '../../domain/markets';
import { serviceIdOf } from '../table';
import { CONTENT } from './content';
import type { ServiceTemplate } from './content-types';
import { weeksOf } from './hours';
import { districtsOf } from './local/districts';
import { languagesIn } from './local/languages';
import { type PersonName, personIn } from './local/names';
import { localPriceMinor } from './local/prices';
import { streetIn } from './local/streets';
import type { SeedProvider, SeedService } from './model';
import { reputation, reviewsOf } from './reviews';
import { slugOf } from './slug';

const DAY_MS = 86_400_000;
const SERVICES_EACH = [3, 4, 5, 4] as const;
/** Half a kilometre or so: enough to spread pins, too little to land in the sea. */
const JITTER_DEGREES = 0.005;

export interface ProviderSketch {
  market: MarketCode;
  /** From 1, within the market. */
  number: number;
  city: City;
  category: Category;
  /** Midnight UTC; reviews lie before it. */
  today: Date;
}

/** One believable provider; the same sketch always gives the same one. */
export function seedProvider(sketch: ProviderSketch): SeedProvider {
  const { market, number, city, category, today } = sketch;
  const id = `${market}-${String(number).padStart(3, '0')}`;
  const random = randomFor(id);
  const content = CONTENT[category];
  const person = personIn(city.country, random);
  const years = random.number.int({ min: 3, max: 19 });
  const words = { ...person, last2: personIn(city.country, random).last, city: city.name, years };
  const name = fill(random.helpers.arrayElement(content.names), words);
  const services = servicesOf(id, sketch, random);
  const standing = reputation(random);
  const memberDays = random.number.int({ min: 200, max: 1500 });
  return {
    id,
    slug: slugOf(name.includes(city.name) ? name : `${name} ${city.name}`),
    market,
    name,
    headline: fill(random.helpers.arrayElement(content.headlines), words),
    about: fill(random.helpers.arrayElement(content.abouts), words),
    currency: MARKETS[market].currency,
    timeZone: city.timeZone,
    place: placeIn(city, random),
    languages: spokenBy(city.country, random),
    verified: random.datatype.boolean(0.85),
    memberSince: new Date(today.getTime() - memberDays * DAY_MS).toISOString().slice(0, 10),
    ...standing,
    rules: [...random.helpers.arrayElement(weeksOf(random.helpers.arrayElement(content.hours)))],
    services,
    reviews: reviewsOf(
      { id, country: city.country, services, ...standing },
      content,
      today,
      random,
    ),
  };
}

function servicesOf(id: string, sketch: ProviderSketch, random: Faker): SeedService[] {
  const count = SERVICES_EACH[sketch.number % SERVICES_EACH.length] ?? 4;
  const templates = random.helpers.arrayElements(CONTENT[sketch.category].services, count);
  const priceLevel = random.number.float({ min: 0.85, max: 1.3 });
  const shared = {
    minNoticeMin: random.helpers.arrayElement([60, 120, 240, 720]),
    policy: random.helpers.weightedArrayElement([
      { weight: 5, value: 'flexible' as const },
      { weight: 3, value: 'moderate' as const },
      { weight: 1, value: 'strict' as const },
    ]),
    resourceIds: [id],
  };
  return templates.map((template, index) => ({
    id: serviceIdOf(id, String(index + 1)),
    category: sketch.category,
    priceMinor: localPriceMinor(
      template.priceUsd * priceLevel,
      sketch.market,
      MARKETS[sketch.market].currency,
    ),
    ...asService(template),
    ...shared,
  }));
}

function asService(template: ServiceTemplate) {
  const { title, description, durationMin, capacity = 1, requiresApproval = false } = template;
  const { bufferBeforeMin: bufferBefore = 0, bufferAfterMin: bufferAfter = 0 } = template;
  const stepMin = durationMin <= 30 ? 15 : 30;
  return {
    title,
    description,
    durationMin,
    // A class runs at fixed times that leave room for the one before.
    stepMin:
      capacity > 1 ? Math.ceil((durationMin + bufferBefore + bufferAfter) / 30) * 30 : stepMin,
    bufferBefore,
    bufferAfter,
    capacity,
    requiresApproval,
  };
}

function placeIn(city: City, random: Faker): SeedProvider['place'] {
  const district = random.helpers.arrayElement(districtsOf(city));
  const street = streetIn({ country: city.country, city: city.name }, random);
  const around = (degrees: number) => {
    const jitter = random.number.float({ min: -JITTER_DEGREES, max: JITTER_DEGREES });
    return Math.round((degrees + jitter) * 1e5) / 1e5;
  };
  return {
    city: city.name,
    street: district.name === city.name ? street : `${street}, ${district.name}`,
    country: city.country,
    lat: around(district.lat),
    lon: around(district.lon),
  };
}

function spokenBy(country: string, random: Faker): string[] {
  const local = languagesIn(country);
  const [first, ...others] = local;
  const second = random.datatype.boolean(0.3) ? others.slice(0, 1) : [];
  return ['en', ...(first ? [first] : []), ...second];
}

function randomFor(id: string): Faker {
  const seed = createHash('sha256').update(id).digest().readUInt32BE();
  return new Faker({ locale: [en, base], seed });
}

function fill(
  text: string,
  words: PersonName & { last2: string; city: string; years: number },
): string {
  return text.replace(/\{(first|last|last2|city|years)\}/g, (_, word: keyof typeof words) =>
    String(words[word]),
  );
}
