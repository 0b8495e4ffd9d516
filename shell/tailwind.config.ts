import { shellTailwindConfig } from '@marketplace/kit/federation/tailwind-config';

export default shellTailwindConfig(__dirname);
