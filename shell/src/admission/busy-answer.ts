import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Language, languageOf } from '@marketplace/services/domain/markets';
import de from '../../messages/frame/de.json';
import en from '../../messages/frame/en.json';
import es from '../../messages/frame/es.json';
import fr from '../../messages/frame/fr.json';
import { isDataRequest } from '../federation/server/page/data-request';
import { setCacheHeaders } from '../federation/server/page/page-headers';

const BUSY = { de: de.busy, en: en.busy, es: es.busy, fr: fr.busy };
const LEAST_SECONDS = 3;
const MOST_SECONDS = 9;

/** Says that there is too much to do right now: as a page to people, as a problem document to a script of ours. */
export function answerBusy(request: IncomingMessage, response: ServerResponse, locale: string) {
  setCacheHeaders(response, 0);
  response.statusCode = 503;
  response.setHeader('retry-after', String(secondsToWait()));
  // On an error Next loads the page itself.
  if (isDataRequest(request)) {
    response.setHeader('content-type', 'application/problem+json');
    response.end(JSON.stringify(PROBLEM));
    return;
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(busyPage(languageOf(locale)));
}

const PROBLEM = {
  type: 'https://ecosystem.example/problems/unavailable',
  title: 'Not able to answer now',
  status: 503,
  code: 'UNAVAILABLE',
};

/** Not the same for everybody, or all would come back at once. */
function secondsToWait(): number {
  return LEAST_SECONDS + Math.floor(Math.random() * (MOST_SECONDS - LEAST_SECONDS + 1));
}

/** One document that needs nothing else, with the design's colours: nothing of it costs a render. */
const STYLE = `:root{color-scheme:light dark}
body{margin:0;font:1.125rem/1.5 system-ui,sans-serif;background:light-dark(oklch(.985 .006 95),oklch(.17 .015 160));color:light-dark(oklch(.23 .02 160),oklch(.95 .01 110))}
main{max-width:36rem;margin:0 auto;padding:5rem 1rem}
h1{margin:0 0 1rem;font-size:1.875rem;line-height:1.2}
p{margin:0 0 1.5rem;color:light-dark(oklch(.46 .018 160),oklch(.75 .014 140))}
a{color:light-dark(oklch(.45 .09 160),oklch(.76 .12 160));margin-right:1.5rem;line-height:3rem}`;

function busyPage(language: Language): string {
  const { title, body, retry, home } = BUSY[language];
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style><main><h1>${title}</h1><p>${body}</p><a href="">${retry}</a><a href="/">${home}</a></main></html>`;
}
