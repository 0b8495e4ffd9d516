import { cleaning } from './content/cleaning';
import { fitness } from './content/fitness';
import { garden } from './content/garden';
import { hair } from './content/hair';
import { massage } from './content/massage';
import { music } from './content/music';
import { nails } from './content/nails';
import { pets } from './content/pets';
import { photo } from './content/photo';
import { repair } from './content/repair';
import { tutoring } from './content/tutoring';
import { yoga } from './content/yoga';
import type { Content } from './content-types';

/** What the providers of a category call themselves, offer and hear from their customers. */
export const CONTENT: Content = {
  hair,
  nails,
  massage,
  fitness,
  yoga,
  tutoring,
  music,
  photo,
  cleaning,
  repair,
  garden,
  pets,
};
