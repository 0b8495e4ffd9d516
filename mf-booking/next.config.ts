import { sliceNextConfig } from '@marketplace/kit/federation/slice-config';

export default sliceNextConfig({ slice: 'mf-booking' });
