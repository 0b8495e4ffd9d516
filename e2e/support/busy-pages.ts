import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerBusy } from '../../shell/src/admission/busy-answer';

const LOCALES = ['en-US', 'de-DE', 'fr-FR', 'es-ES'];

/** What the shell answers while it has too much to do, in each language. */
export async function busyPages(): Promise<string[]> {
  const server = createServer((request, response) => {
    answerBusy(request, response, String(request.headers['accept-language']));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await Promise.all(LOCALES.map((locale) => pageIn(locale, port)));
  } finally {
    server.close();
  }
}

async function pageIn(locale: string, port: number): Promise<string> {
  const headers = { 'accept-language': locale };
  return (await fetch(`http://127.0.0.1:${port}`, { headers })).text();
}
