import type { EventView, StripeControls } from '../../stripe';
import { clockTime } from './format';
import { type Html, html } from './html';

const EVENTS_SHOWN = 60;

function button(action: string, label: string, fields: Record<string, string> = {}): Html {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form method="post" action="/_local/payments/${action}">${hidden}<button>${label}</button></form>`;
}

function deliveryOf({ event, attempts }: EventView): Html {
  const last = attempts.at(-1);
  if (!last) return html`<span class="muted">waiting</span>`;
  const times = attempts.length > 1 ? `, ${attempts.length} attempts` : '';
  const tag = last.isDelivered ? 'tag' : 'tag bad';
  return html`<span class="${tag}">${last.outcome}</span><span class="muted">${times}${
    event.account ? ' · Connect' : ''
  }</span>`;
}

function objectId({ event }: EventView): string {
  return 'id' in event.data.object ? String(event.data.object.id) : '';
}

function row(view: EventView): Html {
  const { id, type, created } = view.event;
  return html`<tr><td class="number">${clockTime(created * 1000)}</td><td>${type}<br>
<code class="muted">${objectId(view)}</code></td><td>${deliveryOf(view)}</td><td class="row">
${button('resend', 'Resend', { id, copies: '1' })}${button('resend', 'Twice', { id, copies: '2' })}
${button('resend', 'In 30 s', { id, copies: '1', delayMs: '30000' })}</td></tr>`;
}

/** Objects by kind, and every event with what can be done to its delivery. */
export function paymentsView(stripe: StripeControls): Html {
  const { isHolding, held, waiting } = stripe.webhooks();
  const counts = Object.entries(stripe.counts()).filter(([, count]) => count > 0);
  const switches = isHolding
    ? html`<span class="tag bad">holding ${held.length}</span>${button('release', 'Release in order', { order: 'arrival' })}
${button('release', 'Release in reverse', { order: 'reverse' })}${button('release', 'Release shuffled', { order: 'shuffle' })}`
    : html`<span class="tag">delivering</span>${button('hold', 'Hold webhooks')}`;
  return html`<div class="card pad row">${switches}<span class="muted">${waiting} on their way</span></div>
<h2>Objects</h2><div class="card pad row">${counts.map(
    ([kind, count]) => html`<span class="tag">${kind.replaceAll('_', ' ')} ${count}</span>`,
  )}</div>
<h2>Events</h2><div class="card"><table><thead><tr><th class="number">UTC</th><th>Event</th><th>Delivery</th>
<th>Deliver again</th></tr></thead><tbody>${stripe.events(EVENTS_SHOWN).map(row)}</tbody></table></div>`;
}
