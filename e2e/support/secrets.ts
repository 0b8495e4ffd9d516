import { expect } from '@playwright/test';
import { baseUrl } from './api';

const SECRETS_PORT_OFFSET = 15;

interface Version {
  VersionId: string;
}

/** Has Secrets Manager of the local cloud rotate a secret, and waits until its new value is the current one. */
export async function rotateSecret(SecretId: string): Promise<void> {
  const { VersionId } = await ask('RotateSecret', { SecretId });
  const current = async () => (await ask('GetSecretValue', { SecretId })).VersionId;
  await expect.poll(current, { message: `${SecretId} is rotated` }).toBe(VersionId);
}

async function ask(operation: string, input: Record<string, string>): Promise<Version> {
  const { protocol, hostname, port } = new URL(baseUrl());
  const answer = await fetch(`${protocol}//${hostname}:${Number(port) + SECRETS_PORT_OFFSET}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `secretsmanager.${operation}`,
    },
    body: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`${operation}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
