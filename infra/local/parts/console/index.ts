import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../../http';
import { actOnStripe, isOwnRequest } from './actions';
import { startedMemoryBytes } from './memory';
import {
  type ConsoleOptions,
  cloudWatchOf,
  mailsOf,
  partStates,
  releasesOf,
  secondFactorsOf,
  stripeOf,
  stripeUrlOf,
} from './sources';
import { forwardToStripe } from './stripe-browser-api';
import { type Html, html } from './views/html';
import { logsView } from './views/logs';
import { inboxView, mailView } from './views/mails';
import { metricsView } from './views/metrics';
import { page, type Section } from './views/page';
import { partsView } from './views/parts';
import { paymentsView } from './views/payments';
import { releasesView } from './views/releases';

export { LogBuffer } from './logs';
export type { ConsoleOptions, DemoAccounts } from './sources';

const FORM_BYTES_MAX = 10_000;

function sendPage(response: ServerResponse, section: Section, title: string, body: Html): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(page(section, title, body));
}

function sendNotFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain' }).end('Nothing here.');
}

async function sendHealth(options: ConsoleOptions, response: ServerResponse): Promise<void> {
  const parts = await partStates(options.parts());
  const ready = options.isReady() && parts.every((part) => part.ready);
  const headers = { 'cache-control': 'no-store' };
  if (ready) return sendJson(response, 200, { ready }, headers);
  const waiting = parts.filter((part) => !part.ready).map(({ name, detail }) => ({ name, detail }));
  sendJson(response, 503, { ready, waiting }, headers);
}

async function sendMail(
  options: ConsoleOptions,
  response: ServerResponse,
  [index = '', kind, position = '']: string[],
): Promise<void> {
  const mail = (await mailsOf(options.parts()))[Number(index)];
  const file = mail?.attachments[Number(position)];
  if (mail && kind === undefined) {
    return sendPage(response, '/_local/inbox', mail.subject, mailView(mail, Number(index)));
  }
  if (!file || kind !== 'files') return sendNotFound(response);
  response.writeHead(200, {
    'content-type': file.contentType,
    'content-disposition': 'attachment',
  });
  response.end(Buffer.from(file.content, 'base64'));
}

async function takeAction(
  options: ConsoleOptions,
  request: IncomingMessage,
  response: ServerResponse,
  action: string,
): Promise<void> {
  const stripe = stripeOf(options.parts());
  const body = (await readBody(request, FORM_BYTES_MAX)).toString('utf8');
  if (!isOwnRequest(request, options.origin)) {
    response.writeHead(403, { 'content-type': 'text/plain' }).end('Only from the console itself.');
    return;
  }
  if (!stripe || !actOnStripe(stripe, action, new URLSearchParams(body))) {
    return sendNotFound(response);
  }
  response.writeHead(303, { location: '/_local/payments' }).end();
}

async function show(
  options: ConsoleOptions,
  response: ServerResponse,
  [section = '', ...rest]: string[],
  query: URLSearchParams,
): Promise<void> {
  const parts = options.parts();
  if (section === 'inbox' && rest.length > 0) return sendMail(options, response, rest);
  switch (section) {
    case '':
      return sendPage(
        response,
        '/_local/',
        'Parts',
        partsView({
          parts: await partStates(parts),
          isReady: options.isReady(),
          totalBytes: startedMemoryBytes(),
          accounts: options.accounts,
          secondFactors: await secondFactorsOf(parts),
        }),
      );
    case 'health':
      return sendHealth(options, response);
    case 'mail':
      return sendJson(response, 200, await mailsOf(parts), { 'cache-control': 'no-store' });
    case 'codes':
      return sendJson(response, 200, await secondFactorsOf(parts), { 'cache-control': 'no-store' });
    case 'inbox':
      return sendPage(response, '/_local/inbox', 'Mail', inboxView(await mailsOf(parts)));
    case 'payments': {
      const stripe = stripeOf(parts);
      const body = stripe ? paymentsView(stripe) : html`<p>Payments are still starting.</p>`;
      return sendPage(response, '/_local/payments', 'Payments', body);
    }
    case 'releases':
      return sendPage(response, '/_local/releases', 'Releases', releasesView(releasesOf(parts)));
    case 'metrics': {
      const part = cloudWatchOf(parts);
      const body = part
        ? metricsView(part.metrics, part.alarms(), Date.now())
        : html`<p>Metrics are still starting.</p>`;
      return sendPage(response, '/_local/metrics', 'Metrics', body);
    }
    case 'logs':
      return sendPage(
        response,
        '/_local/logs',
        'Logs',
        logsView(options.logs, query.get('source') ?? undefined),
      );
    default:
      return sendNotFound(response);
  }
}

async function answer(
  options: ConsoleOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', options.origin);
  const segments = pathname.split('/').slice(2);
  if (segments[0] === 'stripe') {
    const url = stripeUrlOf(options.parts());
    return url ? forwardToStripe(url, request, response) : sendNotFound(response);
  }
  if (request.method === 'POST' && segments[0] === 'payments') {
    return takeAction(options, request, response, segments[1] ?? '');
  }
  return show(options, response, segments, searchParams);
}

/**
 * The developer's page under `/_local/`: parts and memory, mails, payments, releases, logs, and
 * `health`, `mail` and `codes` as JSON, and Stripe's browser API. Gives the listener for its own paths and
 * nothing for all others.
 */
export function createConsole(
  options: ConsoleOptions,
): (path: string) => RequestListener | undefined {
  const listener: RequestListener = (request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      options.logs.write({ source: 'console', level: 'error', message: String(error) });
      if (!response.headersSent) response.writeHead(500);
      response.end('The console failed; see its log.');
    });
  };
  return (path) => (/^\/_local(\/|\?|$)/.test(path) ? listener : undefined);
}
