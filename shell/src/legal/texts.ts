import messages from '../../messages/legal.en.json';

export interface LegalDocument {
  title: string;
  sections: { heading: string; body: string }[];
}

const { updated, ...documents } = messages;

/** When any of the texts was changed, as a sentence. */
export const legalUpdated = updated;

/** The text at `/legal/<page>`; undefined when there is none. */
export function legalTextOf(page: string): LegalDocument | undefined {
  return Object.hasOwn(documents, page) ? documents[page as keyof typeof documents] : undefined;
}
