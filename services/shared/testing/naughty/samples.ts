import type { ContractDocument, Known, Schema } from './schema';

interface Field {
  keys: string[];
  /** Takes any text, as far as the contract says. */
  isFree: boolean;
}

/** Good values for the schemas of a contract. */
export function samplesOf({ components }: ContractDocument, known: Known) {
  const resolve = (schema: Schema): Schema => {
    const name = schema.$ref?.split('/').at(-1);
    const found = name === undefined ? schema : (components?.schemas?.[name] ?? {});
    const [first] = found.anyOf ?? found.oneOf ?? found.allOf ?? [];
    return first ? resolve(first) : found;
  };

  function of(schema: Schema, name = '', path = ''): unknown {
    const folder = /\/(\w+)\/\{/.exec(path)?.[1];
    for (const key of [`${folder}.${name}`, name]) if (key in known) return known[key];
    const { type, properties = {}, required = [], items, ...rest } = resolve(schema);
    if (rest.const !== undefined) return rest.const;
    if (rest.enum) return rest.enum[0];
    switch (Array.isArray(type) ? type[0] : type) {
      case 'object':
        return Object.fromEntries(required.map((key) => [key, of(properties[key] ?? {}, key)]));
      case 'array':
        return items ? [of(items)] : [];
      case 'integer':
      case 'number':
        return Math.max(1, rest.minimum ?? 1);
      case 'boolean':
        return false;
      default:
        return rest.format === 'email' ? 'ada@guest.test' : 'text';
    }
  }

  const isFreeText = (schema: Schema): boolean => {
    const { type, enum: values, format, pattern } = resolve(schema);
    return type === 'string' && !values && !format && !pattern;
  };

  function fieldsOf(schema: Schema): Field[] {
    const { properties, items } = resolve(schema);
    const inner = properties ? Object.entries(properties) : items ? [['0', items] as const] : [];
    if (inner.length === 0) return [{ keys: [], isFree: isFreeText(schema) }];
    return inner.flatMap(([key, field]) =>
      fieldsOf(field).map(({ keys, isFree }) => ({ keys: [key, ...keys], isFree })),
    );
  }
  return { of, fieldsOf, isFreeText };
}
