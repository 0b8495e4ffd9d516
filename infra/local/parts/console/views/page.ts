import { Html, html } from './html';
import { SCRIPT } from './script';
import { STYLE } from './style';

const SECTIONS = [
  { path: '/_local/', title: 'Parts' },
  { path: '/_local/inbox', title: 'Mail' },
  { path: '/_local/payments', title: 'Payments' },
  { path: '/_local/releases', title: 'Releases' },
  { path: '/_local/metrics', title: 'Metrics' },
  { path: '/_local/logs', title: 'Logs' },
] as const;

export type Section = (typeof SECTIONS)[number]['path'];

/** The frame around every page of the console. */
export function page(section: Section, title: string, body: Html): string {
  const links = SECTIONS.map(
    ({ path, title: name }) =>
      html`<a href="${path}"${path === section ? new Html(' aria-current="page"') : ''}>${name}</a>`,
  );
  return html`${new Html('<!doctype html>')}<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · Local cloud</title><style>${new Html(STYLE)}</style></head><body>
<a class="skip" href="#content">Skip to content</a>
<header><strong>Local cloud</strong><nav aria-label="Console">${links}</nav>
<label class="muted"><input type="checkbox" id="follow"> follow</label>
<a href="/">Open the marketplace</a></header>
<main id="content"><h1>${title}</h1>${body}</main>
<script>${new Html(SCRIPT)}</script></body></html>`.text;
}
