/** A mail's content, before it is text or HTML. */
export interface Letter {
  /** BCP 47, for whoever reads it aloud. */
  language: string;
  subject: string;
  title: string;
  lead: string;
  /** To type in elsewhere. */
  code?: string;
  facts?: (readonly [name: string, value: string])[];
  action?: { label: string; url: string };
}

export function letterText({ title, lead, code, facts = [], action }: Letter): string {
  const parts = [
    [title],
    [lead],
    code ? [code] : [],
    facts.map(([name, value]) => `${name}: ${value}`),
    action ? [`${action.label}:`, action.url] : [],
  ];
  const paragraphs = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${paragraphs.join('\n\n')}\n`;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** Plain, warm and narrow; mail programs know tables and inline styles, and little else. */
export function letterHtml({ language, subject, title, lead, ...parts }: Letter): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#fbfaf5;color:#1d2722;font:16px/1.5 -apple-system,'Segoe UI',Roboto,sans-serif">
<table role="presentation" width="100%"><tr><td align="center" style="padding:32px 16px"><table role="presentation" style="max-width:520px;width:100%;background:#fff;border:1px solid #e6e3d8;border-radius:16px"><tr><td style="padding:28px">
<h1 style="margin:0 0 12px;font-size:22px;line-height:1.2">${escapeHtml(title)}</h1>
<p style="margin:0 0 16px">${escapeHtml(lead)}</p>
${partsHtml(parts).join('\n')}
</td></tr></table></td></tr></table></body></html>`;
}

type Parts = Pick<Letter, 'code' | 'facts' | 'action'>;

function partsHtml({ code, facts = [], action }: Parts): string[] {
  const parts: string[] = [];
  if (code) {
    parts.push(
      `<p style="margin:24px 0 0;font:700 32px/1.2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:4px">${escapeHtml(code)}</p>`,
    );
  }
  const rows = facts.map(
    ([name, value]) =>
      `<tr><td style="padding:6px 16px 6px 0;color:#5b655f;vertical-align:top">${escapeHtml(name)}</td><td style="padding:6px 0">${escapeHtml(value)}</td></tr>`,
  );
  if (rows.length > 0) {
    parts.push(`<table role="presentation" style="font-size:15px">${rows.join('')}</table>`);
  }
  if (action) {
    parts.push(
      `<p style="margin:24px 0 0"><a href="${escapeHtml(action.url)}" style="display:inline-block;padding:12px 18px;border-radius:10px;background:#1f6b4c;color:#fff;text-decoration:none;font-weight:600">${escapeHtml(action.label)}</a></p>`,
    );
  }
  return parts;
}
