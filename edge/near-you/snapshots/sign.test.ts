import { expect, it } from 'vitest';
import { signedHeaders } from './sign';

it('signs the example of the S3 documentation as the documentation does', () => {
  const credentials = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  };
  const { authorization } = signedHeaders(
    new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
    { region: 'us-east-1', credentials, now: new Date('2013-05-24T00:00:00.000Z') },
    { range: 'bytes=0-9' },
  );
  expect(authorization).toContain(
    'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  );
});
