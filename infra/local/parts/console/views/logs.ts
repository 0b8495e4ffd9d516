import type { LogLine } from '../../../part';
import type { LogBuffer } from '../logs';
import { clockTime } from './format';
import { Html, html } from './html';

const LINES_SHOWN = 300;

function line({ atMs, source, level, message }: LogLine): Html {
  return html`<tr class="level-${level}"><td class="number">${clockTime(atMs)}</td><td>${source}</td><td><pre>${message}</pre></td></tr>`;
}

/** The last lines of one source, or of all together; latest first. */
export function logsView(logs: LogBuffer, source: string | undefined): Html {
  const current = (name: string | undefined) =>
    name === source ? new Html(' aria-current="page"') : '';
  const links = logs
    .sources()
    .map(
      ({ source: name, errors }) =>
        html`<a href="/_local/logs?source=${encodeURIComponent(name)}"${current(name)}>${name}${errors > 0 ? ` (${errors})` : ''}</a>`,
    );
  return html`<nav aria-label="Sources"><a href="/_local/logs"${current(undefined)}>all</a>${links}</nav>
<div class="card"><table><tbody>${logs.latest(LINES_SHOWN, source).map(line)}</tbody></table></div>`;
}
