import type { MarketCode } from './countries';

export interface City {
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  lat: number;
  lon: number;
  /** IANA zone. */
  timeZone: string;
}

type CityRow = readonly [name: string, country: string, lat: number, lon: number, timeZone: string];

/** The first city of a market is its default: what a viewer without a place is shown. */
const ROWS: Record<MarketCode, readonly [CityRow, ...CityRow[]]> = {
  us: [
    ['New York', 'US', 40.7128, -74.006, 'America/New_York'],
    ['Los Angeles', 'US', 34.0522, -118.2437, 'America/Los_Angeles'],
    ['Chicago', 'US', 41.8781, -87.6298, 'America/Chicago'],
    ['Austin', 'US', 30.2672, -97.7431, 'America/Chicago'],
    ['Denver', 'US', 39.7392, -104.9903, 'America/Denver'],
    ['Seattle', 'US', 47.6062, -122.3321, 'America/Los_Angeles'],
    ['Miami', 'US', 25.7617, -80.1918, 'America/New_York'],
  ],
  gb: [
    ['London', 'GB', 51.5074, -0.1278, 'Europe/London'],
    ['Manchester', 'GB', 53.4808, -2.2426, 'Europe/London'],
    ['Birmingham', 'GB', 52.4862, -1.8904, 'Europe/London'],
    ['Edinburgh', 'GB', 55.9533, -3.1883, 'Europe/London'],
    ['Bristol', 'GB', 51.4545, -2.5879, 'Europe/London'],
    ['Leeds', 'GB', 53.8008, -1.5491, 'Europe/London'],
  ],
  de: [
    ['Berlin', 'DE', 52.52, 13.405, 'Europe/Berlin'],
    ['Hamburg', 'DE', 53.5511, 9.9937, 'Europe/Berlin'],
    ['Munich', 'DE', 48.1351, 11.582, 'Europe/Berlin'],
    ['Cologne', 'DE', 50.9375, 6.9603, 'Europe/Berlin'],
    ['Frankfurt am Main', 'DE', 50.1109, 8.6821, 'Europe/Berlin'],
    ['Vienna', 'AT', 48.2082, 16.3738, 'Europe/Vienna'],
  ],
  fr: [
    ['Paris', 'FR', 48.8566, 2.3522, 'Europe/Paris'],
    ['Lyon', 'FR', 45.764, 4.8357, 'Europe/Paris'],
    ['Marseille', 'FR', 43.2965, 5.3698, 'Europe/Paris'],
    ['Toulouse', 'FR', 43.6047, 1.4442, 'Europe/Paris'],
    ['Bordeaux', 'FR', 44.8378, -0.5792, 'Europe/Paris'],
    ['Nantes', 'FR', 47.2184, -1.5536, 'Europe/Paris'],
  ],
  es: [
    ['Madrid', 'ES', 40.4168, -3.7038, 'Europe/Madrid'],
    ['Barcelona', 'ES', 41.3874, 2.1686, 'Europe/Madrid'],
    ['Valencia', 'ES', 39.4699, -0.3763, 'Europe/Madrid'],
    ['Sevilla', 'ES', 37.3891, -5.9845, 'Europe/Madrid'],
    ['Bilbao', 'ES', 43.263, -2.935, 'Europe/Madrid'],
    ['Palma', 'ES', 39.5696, 2.6502, 'Europe/Madrid'],
  ],
  ch: [
    ['Zürich', 'CH', 47.3769, 8.5417, 'Europe/Zurich'],
    ['Geneva', 'CH', 46.2044, 6.1432, 'Europe/Zurich'],
    ['Basel', 'CH', 47.5596, 7.5886, 'Europe/Zurich'],
    ['Bern', 'CH', 46.948, 7.4474, 'Europe/Zurich'],
    ['Lausanne', 'CH', 46.5197, 6.6323, 'Europe/Zurich'],
  ],
  jp: [
    ['Tokyo', 'JP', 35.6762, 139.6503, 'Asia/Tokyo'],
    ['Osaka', 'JP', 34.6937, 135.5023, 'Asia/Tokyo'],
    ['Kyoto', 'JP', 35.0116, 135.7681, 'Asia/Tokyo'],
    ['Fukuoka', 'JP', 33.5904, 130.4017, 'Asia/Tokyo'],
    ['Sapporo', 'JP', 43.0618, 141.3545, 'Asia/Tokyo'],
    ['Nagoya', 'JP', 35.1815, 136.9066, 'Asia/Tokyo'],
  ],
  au: [
    ['Sydney', 'AU', -33.8688, 151.2093, 'Australia/Sydney'],
    ['Melbourne', 'AU', -37.8136, 144.9631, 'Australia/Melbourne'],
    ['Brisbane', 'AU', -27.4698, 153.0251, 'Australia/Brisbane'],
    ['Perth', 'AU', -31.9523, 115.8613, 'Australia/Perth'],
    ['Adelaide', 'AU', -34.9285, 138.6007, 'Australia/Adelaide'],
  ],
  ca: [
    ['Toronto', 'CA', 43.6532, -79.3832, 'America/Toronto'],
    ['Vancouver', 'CA', 49.2827, -123.1207, 'America/Vancouver'],
    ['Montréal', 'CA', 45.5019, -73.5674, 'America/Toronto'],
    ['Calgary', 'CA', 51.0447, -114.0719, 'America/Edmonton'],
    ['Ottawa', 'CA', 45.4215, -75.6972, 'America/Toronto'],
    ["St. John's", 'CA', 47.5615, -52.7126, 'America/St_Johns'],
  ],
  br: [
    ['São Paulo', 'BR', -23.5558, -46.6396, 'America/Sao_Paulo'],
    ['Rio de Janeiro', 'BR', -22.9068, -43.1729, 'America/Sao_Paulo'],
    ['Belo Horizonte', 'BR', -19.9167, -43.9345, 'America/Sao_Paulo'],
    ['Salvador', 'BR', -12.9777, -38.5016, 'America/Bahia'],
    ['Curitiba', 'BR', -25.4284, -49.2733, 'America/Sao_Paulo'],
  ],
  in: [
    ['Mumbai', 'IN', 19.076, 72.8777, 'Asia/Kolkata'],
    ['Delhi', 'IN', 28.6519, 77.2315, 'Asia/Kolkata'],
    ['Bengaluru', 'IN', 12.9716, 77.5946, 'Asia/Kolkata'],
    ['Chennai', 'IN', 13.0827, 80.2707, 'Asia/Kolkata'],
    ['Hyderabad', 'IN', 17.385, 78.4867, 'Asia/Kolkata'],
    ['Pune', 'IN', 18.5204, 73.8567, 'Asia/Kolkata'],
  ],
  row: [
    ['Singapore', 'SG', 1.3521, 103.8198, 'Asia/Singapore'],
    ['Dubai', 'AE', 25.2048, 55.2708, 'Asia/Dubai'],
    ['Amsterdam', 'NL', 52.3676, 4.9041, 'Europe/Amsterdam'],
    ['Dublin', 'IE', 53.3498, -6.2603, 'Europe/Dublin'],
    ['Copenhagen', 'DK', 55.6761, 12.5683, 'Europe/Copenhagen'],
    ['Mexico City', 'MX', 19.4326, -99.1332, 'America/Mexico_City'],
  ],
};

/** The cities a market's storefront offers by default, the default one first. */
export function citiesOf(market: MarketCode): readonly [City, ...City[]] {
  const [first, ...others] = ROWS[market];
  return [toCity(first), ...others.map(toCity)];
}

function toCity([name, country, lat, lon, timeZone]: CityRow): City {
  return { name, country, lat, lon, timeZone };
}
