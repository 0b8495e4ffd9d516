import { type NextRequest, NextResponse } from 'next/server';
import { newNonce, policyWith } from './src/security/content-security';

/**
 * The shell's own routes carry inline scripts of the app router: each answer allows its own by a
 * nonce. These routes are never cached. Composed pages have no inline script and no nonce.
 */
export const config = {
  matcher: ['/auth/:path*', '/account/:path*', '/legal/:path*', '/_slices/:path*'],
};

export function middleware(request: NextRequest): NextResponse {
  const policy = policyWith(newNonce());
  const headers = new Headers(request.headers);
  // Next reads the nonce for its scripts from this request header.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}
