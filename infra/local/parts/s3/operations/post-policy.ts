import type { Bucket } from '../store';
import type { S3Answer } from '../wire/answer';
import { S3Error } from '../wire/errors';
import { readForm, type UploadForm } from '../wire/form';
import type { S3Request } from '../wire/request';
import { assertSignature, type Credentials, credentialOf, signatureOf } from '../wire/signature';
import { describe } from './objects';

type Condition = Record<string, string> | [string, string | number, string | number];

interface Policy {
  expiration: string;
  conditions: Condition[];
}

const UNCONDITIONED = new Set(['policy', 'x-amz-signature', 'file', 'bucket']);

/** A browser's form upload: the policy's signature, its expiry and each of its conditions. */
export async function postObject(
  bucket: Bucket,
  request: S3Request,
  credentials: Credentials,
  nowMs: number,
): Promise<S3Answer> {
  const form = readForm(request.headers['content-type'] ?? '', request.body);
  checkPolicy(form, request.bucket, credentials, nowMs);
  const key = (form.fields.key ?? '').replace(/\$\{filename\}/g, () => form.fileName);
  if (key === '') throw new S3Error('InvalidArgument', "Bucket POST must contain a field 'key'.");
  const object = describe(key, form.fields, form.file);
  const { etag } = await bucket.put(object, form.file, () => undefined);
  const status = Number(form.fields.success_action_status ?? 204);
  if (status !== 201) return { status: status === 200 ? 200 : 204, headers: { etag } };
  const result = { Bucket: request.bucket, Key: key, ETag: etag };
  return { status, headers: { etag }, xml: { PostResponse: result } };
}

function checkPolicy(form: UploadForm, bucket: string, credentials: Credentials, nowMs: number) {
  const { fields } = form;
  if (fields.policy === undefined) throw denied('no policy');
  const { secret, scope } = credentialOf(fields['x-amz-credential'] ?? '', credentials);
  assertSignature(fields['x-amz-signature'] ?? '', signatureOf(secret, scope, fields.policy));
  const policy = JSON.parse(Buffer.from(fields.policy, 'base64').toString()) as Policy;
  if (!(nowMs < Date.parse(policy.expiration))) throw denied('Policy expired.');
  const values: Record<string, string> = { ...fields, bucket };
  const named = new Set<string>();
  for (const condition of policy.conditions) {
    for (const name of checkCondition(condition, values, form.file.length)) named.add(name);
  }
  const extra = Object.keys(fields).find(
    (name) => !named.has(name) && !UNCONDITIONED.has(name) && !name.startsWith('x-ignore-'),
  );
  if (extra !== undefined) throw denied(`Extra input fields: ${extra}`);
}

/** Checks one condition and tells which fields it covers. */
function checkCondition(
  condition: Condition,
  values: Record<string, string>,
  size: number,
): string[] {
  if (!Array.isArray(condition)) {
    const wanted = Object.entries(condition).map(([name, value]) => [name.toLowerCase(), value]);
    const wrong = wanted.find(([name = '', value]) => values[name] !== value);
    if (wrong !== undefined) throw failed(['eq', `$${wrong[0]}`, wrong[1]]);
    return wanted.map(([name = '']) => name);
  }
  const [operator, first, second] = condition;
  if (operator === 'content-length-range') {
    if (size < Number(first)) throw new S3Error('EntityTooSmall', 'Your upload is too small.');
    if (size > Number(second)) throw new S3Error('EntityTooLarge', 'Your upload is too large.');
    return [];
  }
  const name = String(first).slice(1).toLowerCase();
  const value = values[name] ?? '';
  const holds =
    operator === 'eq' ? value === second : operator === 'starts-with' && startsWith(value, second);
  if (!holds) throw failed(condition);
  return [name];
}

function startsWith(value: string, prefix: string | number): boolean {
  return value.split(',').every((each) => each.trim().startsWith(String(prefix)));
}

function failed(condition: unknown): S3Error {
  return denied(`Policy Condition failed: ${JSON.stringify(condition)}`);
}

function denied(reason: string): S3Error {
  return new S3Error('AccessDenied', `Invalid according to Policy: ${reason}`);
}
