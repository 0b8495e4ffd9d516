import { resolve } from 'node:path';
import { spokenNamespaces } from '@marketplace/kit/slice/testing/spoken-namespaces';
import { expect, it } from 'vitest';
import { SPOKEN } from './words';

it.each(Object.entries(SPOKEN))(
  '%s is given the texts it speaks, and no others',
  async (screen, given) => {
    const spoken = await spokenNamespaces(resolve(import.meta.dirname, `../exposes/${screen}.tsx`));
    expect([...given].sort()).toEqual(spoken);
  },
);
