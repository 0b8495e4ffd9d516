export { SiteLink, type SiteLinkProps } from './site-link';
export { SitePaths, usePathPrefix, useSitePath } from './site-paths';
