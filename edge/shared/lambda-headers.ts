import type { CloudFrontHeaders } from 'aws-lambda';

/** The value of a header, `undefined` when it is absent; repeated headers give the first. */
export function headerOf(headers: CloudFrontHeaders, name: string): string | undefined {
  return headers[name]?.[0]?.value;
}

/** All values of a header that viewers may repeat, joined as one. */
export function joinedHeader(
  headers: CloudFrontHeaders,
  name: string,
  separator: string,
): string | undefined {
  return headers[name]?.map((entry) => entry.value).join(separator);
}

/** Sets a header; CloudFront wants the name in lower case as the key. */
export function setHeader(headers: CloudFrontHeaders, name: string, value: string): void {
  headers[name] = [{ key: name, value }];
}
