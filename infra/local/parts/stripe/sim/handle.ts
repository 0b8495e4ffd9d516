import type { IncomingMessage, ServerResponse } from 'node:http';
import { StripeFault } from '../http/fault';
import type { World } from '../world';
import type { StripeControls } from './controls';
import { messagePage } from './html';
import {
  answerChallenge,
  answerOnboarding,
  challengePage,
  onboardingPage,
  type PageAnswer,
} from './pages';
import { jsonParams, simRoutes } from './routes';

type Page = (world: World, id: string, url: URL, outcome: string) => PageAnswer;

const PAGES: Record<string, { show: Page; answer: Page }> = {
  '3ds': { show: challengePage, answer: answerChallenge },
  onboarding: { show: onboardingPage, answer: answerOnboarding },
};

function sendPage(res: ServerResponse, answer: PageAnswer): void {
  if ('location' in answer) {
    res.writeHead(303, { location: answer.location, 'cache-control': 'no-store' }).end();
    return;
  }
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  res.writeHead(200, headers).end(answer.html);
}

function sendJson(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function matchControl(world: World, controls: StripeControls, method: string, path: string) {
  for (const [name, handler] of Object.entries(simRoutes(world, controls))) {
    const pattern = new RegExp(`^${name.replace(':id', '([^/]+)')}$`);
    const match = pattern.exec(`${method} ${path}`);
    if (match) return { handler, id: match[1] ?? '' };
  }
  return undefined;
}

/** Answers everything under `/_sim/`: pages that a person sees, and controls for tests and console. */
export function handleSim(
  world: World,
  controls: StripeControls,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
  body: string,
): void {
  const [, , kind = '', id = ''] = url.pathname.split('/');
  const page = PAGES[kind];
  try {
    if (page) {
      const outcome = new URLSearchParams(body).get('outcome') ?? '';
      const answer = req.method === 'POST' ? page.answer : page.show;
      sendPage(res, answer(world, id, url, outcome));
      return;
    }
    const control = matchControl(world, controls, req.method ?? 'GET', url.pathname);
    if (!control) throw new StripeFault(404, { type: 'invalid_request_error', message: 'Unknown' });
    sendJson(res, 200, control.handler({ params: jsonParams(body), id: control.id }));
  } catch (error) {
    if (!(error instanceof StripeFault)) throw error;
    if (page) {
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      res.writeHead(error.status, headers).end(messagePage('Not possible', error.message));
      return;
    }
    sendJson(res, error.status, { error: error.body });
  }
}
