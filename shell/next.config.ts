import { shellNextConfig } from '@marketplace/kit/federation/shell-config';

export default shellNextConfig();
