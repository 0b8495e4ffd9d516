import { sliceTailwindConfig } from '@marketplace/kit/federation/tailwind-config';

export default sliceTailwindConfig('mf-provider-portal', __dirname);
