import type { z } from '@hono/zod-openapi';
import type { ProviderContext } from '../context';
import type { Profile, ProfileUpdate } from '../contract';
import { requireProvider } from '../require-provider';
import { withoutUndefined } from '../without-undefined';
import { profileOf } from './profile';

/** Changes what customers read about the provider; the slug stays, links to it are out there. */
export async function updateProfile(
  context: ProviderContext,
  input: z.infer<typeof ProfileUpdate>,
): Promise<Profile> {
  const provider = await requireProvider(context);
  const changes = withoutUndefined(input);
  if (Object.keys(changes).length === 0) return profileOf(provider);
  await context.table.provider.patch({ providerId: provider.providerId }).set(changes).go();
  return profileOf({ ...provider, ...changes });
}
