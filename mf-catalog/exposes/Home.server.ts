import type { Loader } from '@marketplace/kit/slice';

export const load: Loader<object> = async () => ({ props: {}, head: { title: 'Home' } });
