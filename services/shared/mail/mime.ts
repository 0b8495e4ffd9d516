import { randomUUID } from 'node:crypto';
import type { Mail } from './mailer';

const BASE64_LINE = /.{1,76}/g;
const PRINTABLE = /^[\x20-\x7e]*$/;

/** A header's text; encoded words (RFC 2047) where it is not plain ASCII. */
function headerText(text: string): string {
  const oneLine = text.replaceAll(/[\r\n]+/g, ' ');
  if (PRINTABLE.test(oneLine)) return oneLine;
  const words: string[] = [''];
  for (const character of oneLine) {
    const last = words.at(-1) ?? '';
    if (Buffer.byteLength(last + character) > 45) words.push(character);
    else words[words.length - 1] = last + character;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}

const base64 = (content: string) =>
  (Buffer.from(content).toString('base64').match(BASE64_LINE) ?? []).join('\r\n');

function part(contentType: string, content: string, ...headers: string[]): string {
  const lines = [`Content-Type: ${contentType}`, 'Content-Transfer-Encoding: base64', ...headers];
  return `${lines.join('\r\n')}\r\n\r\n${base64(content)}`;
}

function multipart(kind: 'alternative' | 'mixed', parts: string[]): string {
  const boundary = `=_${randomUUID()}`;
  const body = parts.map((one) => `--${boundary}\r\n${one}\r\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${body}--${boundary}--`;
}

/**
 * A mail as a MIME message: both texts as alternatives, attachments beside them.
 * Written here because the libraries that do it weigh more than the function that sends it.
 */
export function mimeMessage(
  from: string,
  { to, subject, text, html, correlationId, attachments = [] }: Mail,
): string {
  const texts = multipart('alternative', [
    part('text/plain; charset=utf-8', text),
    part('text/html; charset=utf-8', html),
  ]);
  const files = attachments.map(({ filename, contentType, content }) =>
    part(contentType, content, `Content-Disposition: attachment; filename="${filename}"`),
  );
  const headers = [
    `From: ${headerText(from)}`,
    `To: ${headerText(to)}`,
    `Subject: ${headerText(subject)}`,
    ...(correlationId === undefined ? [] : [`X-Correlation-Id: ${headerText(correlationId)}`]),
    'MIME-Version: 1.0',
  ];
  return `${headers.join('\r\n')}\r\n${files.length > 0 ? multipart('mixed', [texts, ...files]) : texts}`;
}
