import type { LiveRelease } from '../sources';
import { type Html, html } from './html';

/** What visitors get of each slice, and how to change it. */
export function releasesView(releases: LiveRelease[]): Html {
  const rows = releases.map(
    ({
      slice,
      live,
      canary,
      share,
      previous,
    }) => html`<tr><td><strong>${slice}</strong></td><td><code>${live}</code></td>
<td>${canary ? html`<code>${canary}</code> for ${share ?? 0}% of visitors` : html`<span class="muted">none</span>`}</td>
<td><code>${previous ?? ''}</code></td></tr>`,
  );
  return html`<div class="card"><table><thead><tr><th>Slice</th><th>Live</th><th>Canary</th><th>Before</th></tr></thead>
<tbody>${rows}</tbody></table></div>
<p class="muted">Release a slice with <code>npm run release -- mf-catalog</code>, to some visitors first with
<code>--canary 10</code>, and go back with <code>npm run release -- rollback mf-catalog</code>.</p>`;
}
