import type { StoredObject } from '../store';
import { S3Error } from '../wire/errors';

type Headers = Record<string, string>;

/** Decides a conditional write against what is stored: `If-None-Match: *` or `If-Match: <etag>`. */
export function writeCondition(headers: Headers): (current: StoredObject | undefined) => void {
  const absent = headers['if-none-match'];
  const match = headers['if-match'];
  return (current) => {
    if (absent === '*' && current !== undefined) throw failed();
    if (match === undefined) return;
    if (current === undefined) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
    if (match !== '*' && !sameTag(match, current.etag)) throw failed();
  };
}

/** Decides a conditional read; true when the reader's copy is still good (304). */
export function isUnchanged(headers: Headers, object: StoredObject): boolean {
  const match = headers['if-match'];
  if (match !== undefined && match !== '*' && !sameTag(match, object.etag)) throw failed();
  const noneMatch = headers['if-none-match'];
  if (noneMatch !== undefined) {
    return noneMatch === '*' || noneMatch.split(',').some((tag) => sameTag(tag, object.etag));
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Math.floor(object.modifiedMs / 1000) * 1000 <= since;
}

function sameTag(given: string, etag: string): boolean {
  return given.trim().replace(/^W\//, '').replaceAll('"', '') === etag.replaceAll('"', '');
}

function failed(): S3Error {
  return new S3Error(
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
  );
}
