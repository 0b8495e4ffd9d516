import { Rejected } from '../transform/findings';
import { MAX_FILE_BYTES, type StoredFiles } from './files';

const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 250;

/** Supabase's storage, read with the key that may read everything. */
export function supabaseStorage(origin: string, serviceRoleKey: string): StoredFiles {
  const headers = { authorization: `Bearer ${serviceRoleKey}`, apikey: serviceRoleKey };
  return {
    async read(bucket, name) {
      const path = [bucket, ...name.split('/')].map(encodeURIComponent).join('/');
      const url = new URL(`/storage/v1/object/authenticated/${path}`, origin);
      const answer = await patiently(() => fetch(url, { headers }));
      if (!answer.ok) {
        await answer.body?.cancel();
        throw new Rejected('FILE_UNREADABLE', `Supabase answered ${answer.status}`);
      }
      if (Number(answer.headers.get('content-length') ?? 0) > MAX_FILE_BYTES) {
        await answer.body?.cancel();
        throw new Rejected('FILE_TOO_LARGE');
      }
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
}

/** Asks again when nobody answers or the trouble is not ours. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask().catch((error: unknown) => {
      if (attempt === ATTEMPTS) throw error;
      return undefined;
    });
    const isTrouble = answer === undefined || answer.status >= 500 || answer.status === 429;
    if (answer && (!isTrouble || attempt === ATTEMPTS)) return answer;
    await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** attempt));
  }
}
