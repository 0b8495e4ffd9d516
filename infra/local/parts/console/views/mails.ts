import type { Mail } from '../../ses';
import { dayAndTime } from './format';
import { type Html, html, NOTHING } from './html';

/** Mails are numbered by age, so that a new one moves no link. */
export function inboxView(mails: Mail[]): Html {
  if (mails.length === 0) {
    return html`<p class="muted">Mails that the marketplace sends arrive here. Book a service or sign up to see one.</p>`;
  }
  const rows = mails
    .map((mail, index) => ({ mail, index }))
    .reverse()
    .map(
      ({ mail, index }) => html`<tr><td><a href="/_local/inbox/${index}">${mail.subject}</a></td>
<td>${mail.to.join(', ')}</td><td class="number">${mail.attachments.length || ''}</td>
<td class="number">${dayAndTime(Date.parse(mail.sentAt))}</td></tr>`,
    );
  return html`<div class="card"><table><thead><tr><th>Subject</th><th>To</th>
<th class="number">Files</th><th class="number">Sent (UTC)</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

export function mailView(mail: Mail, index: number): Html {
  const files = mail.attachments.map(
    (file, position) =>
      html`<li><a href="/_local/inbox/${index}/files/${position}" download="${file.filename}">${file.filename}</a> <span class="muted">${file.contentType}</span></li>`,
  );
  const rich = mail.html
    ? html`<h2>As HTML</h2><div class="card"><iframe title="Mail as HTML" sandbox="allow-popups" srcdoc="${mail.html}"></iframe></div>`
    : NOTHING;
  return html`<p class="muted">From ${mail.from} to ${mail.to.join(', ')}, ${dayAndTime(Date.parse(mail.sentAt))} UTC</p>
${files.length > 0 ? html`<h2>Files</h2><ul>${files}</ul>` : NOTHING}
${rich}<h2>As text</h2><div class="card pad"><pre>${mail.text}</pre></div>`;
}
