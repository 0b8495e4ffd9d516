import type { DemoAccounts, PartState } from '../sources';
import { megabytes } from './format';
import { type Html, html } from './html';

function row(part: PartState): Html {
  const state = part.ready
    ? html`<span class="tag">up</span>`
    : html`<span class="tag bad">down</span>`;
  const memory = part.rssBytes === undefined ? 'shared' : megabytes(part.rssBytes);
  return html`<tr><td><strong>${part.name}</strong></td><td>${state}</td><td>${part.detail}</td>
<td><code>${part.url}</code></td><td class="number">${memory}</td></tr>`;
}

/** What runs, what it needs, and who can sign in. */
export function partsView(input: {
  parts: PartState[];
  isReady: boolean;
  totalBytes: number;
  accounts: DemoAccounts;
}): Html {
  const { accounts } = input;
  return html`<p class="row"><span class="tag${input.isReady ? '' : ' bad'}">${
    input.isReady ? 'ready' : 'starting'
  }</span> <span>Memory of everything that was started: <strong>${megabytes(input.totalBytes)}</strong></span></p>
<div class="card"><table><thead><tr><th>Part</th><th>State</th><th>Detail</th><th>Address</th>
<th class="number">Memory</th></tr></thead><tbody>${input.parts.map(row)}</tbody></table></div>
<h2>Demo accounts</h2><div class="card pad">${accounts.emails.map(
    (email) => html`<div><code>${email}</code></div>`,
  )}<div class="muted">Password <code>${accounts.password}</code></div></div>`;
}
