import messages from '../messages/en.json';

/** A page in one piece that needs nothing else: what the edge shows people itself. */
export function smallPage({ title, text }: { title: string; text: string }): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><main><h1>${title}</h1><p>${text}</p><p><a href="/">${messages.home}</a></p></main></html>`;
}
