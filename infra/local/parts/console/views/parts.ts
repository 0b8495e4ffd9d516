import type { SecondFactor } from '../../cognito';
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

/** Who can sign in, and with which code where the account has an authenticator app. */
function accountsView({ emails, password }: DemoAccounts, factors: readonly SecondFactor[]): Html {
  const codes = factors.map(
    ({ email, code, secondsLeft, secret }) => html`<tr><td><code>${email}</code></td>
<td><strong><code>${code}</code></strong></td><td class="number">${secondsLeft} s</td>
<td><code>${secret}</code></td></tr>`,
  );
  return html`<h2>Demo accounts</h2><div class="card pad">${emails.map(
    (email) => html`<div><code>${email}</code></div>`,
  )}<div class="muted">Password <code>${password}</code></div></div>
<h2>Authenticator codes</h2><p class="muted">Accounts with a second factor sign in with the code below.
This page stands in for their app; <code>/_local/codes</code> gives the same as JSON. Each code works once.</p>
<div class="card"><table><thead><tr><th>Account</th><th>Code now</th><th class="number">Shows for</th>
<th>Secret</th></tr></thead><tbody>${codes}</tbody></table></div>`;
}

/** What runs, what it needs, and who can sign in. */
export function partsView(input: {
  parts: PartState[];
  isReady: boolean;
  totalBytes: number;
  accounts: DemoAccounts;
  secondFactors: readonly SecondFactor[];
}): Html {
  return html`<p class="row"><span class="tag${input.isReady ? '' : ' bad'}">${
    input.isReady ? 'ready' : 'starting'
  }</span> <span>Memory of everything that was started: <strong>${megabytes(input.totalBytes)}</strong></span></p>
<div class="card"><table><thead><tr><th>Part</th><th>State</th><th>Detail</th><th>Address</th>
<th class="number">Memory</th></tr></thead><tbody>${input.parts.map(row)}</tbody></table></div>
${accountsView(input.accounts, input.secondFactors)}`;
}
