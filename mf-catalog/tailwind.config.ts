import { sliceTailwindConfig } from '@marketplace/kit/federation/tailwind-config';

export default sliceTailwindConfig('mf-catalog', __dirname);
