import { pageWith } from '../../../src/auth-forms/server/action';
import { askIdentity } from '../../../src/identity/identity-service';
import { AuthProblem, problemOf } from '../../../src/identity/problem';
import { requireSignedIn } from '../../../src/identity/viewer';

const FILE_NAME = 'my-data.json';

/** Everything that is kept about the person, as a file. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { accessToken } = await requireSignedIn(request);
    const answer = await askIdentity({ operation: 'export-account', accessToken });
    if (answer.outcome === 'refused') throw new AuthProblem(answer.code);
    if (answer.outcome !== 'exported') throw new AuthProblem('UNAVAILABLE');
    return new Response(JSON.stringify(answer.data, null, 2), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${FILE_NAME}"`,
        'cache-control': 'no-store',
      },
    });
  } catch (error) {
    const isOver = problemOf(error).code === 'SESSION_ENDED';
    const location = isOver
      ? pageWith('/auth/refresh', { next: '/account' })
      : pageWith('/account', { problem: 'UNAVAILABLE' });
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
  }
}
