import type { HeaderMap } from './headers';

/** The one header by which a developer says where the viewer is; nothing behind this part sees it. */
export const LOCAL_VIEWER_HEADER = 'x-local-viewer';

export interface Viewer {
  ip: string;
  /** CloudFront's own headers about the viewer. */
  headers: HeaderMap;
}

const DEFAULT_VIEWER = 'country=US; city=New York; lat=40.7128; lng=-74.0060; tz=America/New_York';

const GEO_HEADERS: Record<string, string> = {
  country: 'cloudfront-viewer-country',
  region: 'cloudfront-viewer-country-region',
  city: 'cloudfront-viewer-city',
  lat: 'cloudfront-viewer-latitude',
  lng: 'cloudfront-viewer-longitude',
  tz: 'cloudfront-viewer-time-zone',
};

/** Who asks: the pretended place, or an address in the United States. */
export function viewerOf(header: string | undefined, socketIp: string, userAgent: string): Viewer {
  const facts = new Map(
    (header ?? DEFAULT_VIEWER).split(';').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name.trim().toLowerCase(), value.join('=').trim()] as const;
    }),
  );
  const ip = facts.get('ip') || socketIp.replace(/^::ffff:/, '') || '127.0.0.1';
  const headers: HeaderMap = {
    'cloudfront-forwarded-proto': ['https'],
    'cloudfront-viewer-address': [`${ip}:443`],
    'cloudfront-viewer-http-version': ['2.0'],
    'cloudfront-viewer-tls': ['TLSv1.3:TLS_AES_128_GCM_SHA256:fullHandshake'],
    ...deviceHeaders(userAgent),
  };
  for (const [fact, name] of Object.entries(GEO_HEADERS)) {
    const value = facts.get(fact);
    if (value) headers[name] = [fact === 'country' ? value.toUpperCase() : toAscii(value)];
  }
  return { ip, headers };
}

function deviceHeaders(userAgent: string): HeaderMap {
  const isTablet = /iPad|Tablet/.test(userAgent);
  const isMobile = !isTablet && /Mobi|Android/.test(userAgent);
  return {
    'cloudfront-is-mobile-viewer': [String(isMobile)],
    'cloudfront-is-tablet-viewer': [String(isTablet)],
    'cloudfront-is-desktop-viewer': [String(!isMobile && !isTablet)],
  };
}

/** Node reads header bytes as Latin-1; CloudFront writes names beyond ASCII as escaped UTF-8. */
function toAscii(value: string): string {
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return text.replace(/[^\x20-\x7e]+/g, (run) => encodeURIComponent(run));
}
