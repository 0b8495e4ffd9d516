const ESCAPES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

type XmlItem = string | number | boolean | XmlElement;
export type XmlValue = XmlItem | undefined | XmlItem[];
export interface XmlElement {
  [name: string]: XmlValue;
}

/** Writes a document; arrays repeat their element, `undefined` leaves it out. */
export function toXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elements(root)}`;
}

function elements(parent: XmlElement): string {
  return Object.entries(parent)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value])
        .filter((each) => each !== undefined)
        .map((each) => {
          const inner = typeof each === 'object' ? elements(each) : escapeText(String(each));
          return `<${name}>${inner}</${name}>`;
        }),
    )
    .join('');
}

/** Texts of every element of a name, wherever it stands. */
export function textsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`, 'g'))].map(
    ([, text = '']) => unescapeText(text),
  );
}

/** The contents of every element of a name, as XML. */
export function partsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>(.*?)</${name}>`, 'gs'))].map(
    ([, inner = '']) => inner,
  );
}

function escapeText(text: string): string {
  return text
    .replace(/[<>&"]/g, (char) => ESCAPES[char] ?? char)
    .replace(/[\r\n\t]/g, (char) => `&#${char.charCodeAt(0)};`);
}

function unescapeText(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return ENTITIES[name] ?? whole;
  });
}
