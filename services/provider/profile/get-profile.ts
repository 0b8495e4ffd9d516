import type { ProviderContext } from '../context';
import type { Profile } from '../contract';
import { requireProvider } from '../require-provider';
import { profileOf } from './profile';

export async function getProfile(context: ProviderContext): Promise<Profile> {
  return profileOf(await requireProvider(context));
}
