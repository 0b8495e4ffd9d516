import path from 'node:path';
import { expect, it } from 'vitest';
import { servicesOf } from './service-documents';

it('finds the services that a slice is written against, and no helper of theirs', async () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  expect(await servicesOf(root, 'mf-catalog')).toEqual(['booking', 'catalog']);
  expect(await servicesOf(root, 'mf-provider-portal')).toEqual(['provider']);
});
