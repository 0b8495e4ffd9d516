import { cookieValue, ID_COOKIE } from '@marketplace/services/domain/identity';
import { viewerOf } from '../../../src/identity/viewer';

/** Who is looking, for what the frame fills in after paint. */
export async function GET(request: Request): Promise<Response> {
  const cookie = request.headers.get('cookie') ?? undefined;
  const { signedIn, name, email, groups } = await viewerOf(cookieValue(cookie, ID_COOKIE));
  return Response.json(
    { signedIn, name, email, groups },
    { headers: { 'cache-control': 'no-store' } },
  );
}
