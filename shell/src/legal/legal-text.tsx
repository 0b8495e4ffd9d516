import type { LegalDocument } from './texts';

/** A legal text set to be read. */
export function LegalText({ text }: { text: LegalDocument }) {
  return (
    <article className="mx-auto grid max-w-prose gap-8 px-4 py-10 sm:py-16">
      <header className="grid gap-2">
        <h1 className="font-display text-3xl font-bold">{text.title}</h1>
        <p className="text-sm text-muted">{text.updated}</p>
      </header>
      {text.sections.map(({ heading, body }) => (
        <section key={heading} className="grid gap-2">
          <h2 className="font-display text-xl font-semibold">{heading}</h2>
          <p>{body}</p>
        </section>
      ))}
    </article>
  );
}
