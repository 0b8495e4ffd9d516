const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const STYLE = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#f4f5f7,#15181d)}
main{max-width:26rem;margin:1rem;padding:2rem;border-radius:16px;background:light-dark(#fff,#1f242b);border:1px solid light-dark(#e3e5ea,#343b45)}
h1{font-size:1.25rem;margin:0 0 .5rem}p{margin:.5rem 0 1.25rem}
form{display:grid;gap:.75rem}
button{font:inherit;min-height:44px;border-radius:10px;border:1px solid light-dark(#c7ccd6,#4a5361);background:none;color:inherit;cursor:pointer}
button.primary{background:#5b4ee5;border-color:#5b4ee5;color:#fff}
small{opacity:.75}`;

/** One of the stand-in's pages: a title, a sentence, and buttons that post a choice. */
export function choicePage(input: {
  title: string;
  text: string;
  action: string;
  choices: { value: string; label: string }[];
}): string {
  const buttons = input.choices
    .map(
      ({ value, label }, index) =>
        `<button name="outcome" value="${escapeHtml(value)}"${index === 0 ? ' class="primary" autofocus' : ''}>${escapeHtml(label)}</button>`,
    )
    .join('');
  return page(
    input.title,
    `<p>${escapeHtml(input.text)}</p><form method="post" action="${escapeHtml(input.action)}">${buttons}</form>`,
  );
}

export function messagePage(title: string, text: string): string {
  return page(title, `<p>${escapeHtml(text)}</p>`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}<small>Stripe stand-in, test mode on this computer</small></main></body></html>`;
}
