import { baseUrl } from './api';

/** The release store of the local cloud, as its KeyValueStore API answers it. */
const STORE_ARN =
  'arn:aws:cloudfront::111111111111:key-value-store/00000000-0000-4000-8000-000000000001';
const STORE_PORT_OFFSET = 16;

function storeUrl(slice?: string): string {
  const { protocol, hostname, port } = new URL(baseUrl());
  const origin = `${protocol}//${hostname}:${Number(port) + STORE_PORT_OFFSET}`;
  const path = `/key-value-stores/${encodeURIComponent(STORE_ARN)}`;
  return origin + (slice ? `${path}/keys/${encodeURIComponent(`slice/${slice}`)}` : path);
}

/** What is on record for a slice, as the release command wrote it. */
export async function recordOf(slice: string): Promise<string> {
  const answer = await fetch(storeUrl(slice));
  return ((await answer.json()) as { Value: string }).Value;
}

export async function setRecord(slice: string, value: string): Promise<void> {
  const etag = (await fetch(storeUrl())).headers.get('etag') ?? '';
  const answer = await fetch(storeUrl(slice), {
    method: 'PUT',
    headers: { 'if-match': etag, 'content-type': 'application/json' },
    body: JSON.stringify({ Value: value }),
  });
  if (!answer.ok) throw new Error(`The store refused: ${answer.status} ${await answer.text()}`);
}
