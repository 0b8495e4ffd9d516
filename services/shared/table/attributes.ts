export const model = (entity: string) => ({ entity, version: '1', service: 'marketplace' });

/** Seconds since 1970 after which DynamoDB may delete the item; nothing but tidiness depends on it. */
export const expiresAtSeconds = { type: 'number' } as const;

export const text = { type: 'string', required: true } as const;
export const optionalText = { type: 'string' } as const;
export const integer = { type: 'number', required: true } as const;
export const flag = { type: 'boolean', required: true } as const;

/** Where something is: `Place` of the contracts. */
export const place = {
  type: 'map',
  required: true,
  properties: {
    city: text,
    street: optionalText,
    postcode: optionalText,
    country: text,
    lat: integer,
    lon: integer,
  },
} as const;

/** A key made of a prefix and attributes, joined by `#`. */
export const prefixedKey = <const Names extends readonly string[]>(
  field: string,
  prefix: string,
  ...names: Names
) =>
  ({
    field,
    composite: names,
    template: prefix + names.map((name) => `\${${name}}`).join('#'),
    casing: 'none',
  }) as const;

export const partitionKey = <Name extends string>(prefix: string, name: Name) =>
  prefixedKey('PK', prefix, name);

export const sortKey = <const Names extends readonly string[]>(prefix: string, ...names: Names) =>
  prefixedKey('SK', prefix, ...names);

/** `SK` of the one item of its kind in a partition. */
export const fixedSortKey = (template: string) =>
  ({ field: 'SK', composite: [], template, casing: 'none' }) as const;

/** A key of an index that is an attribute as it stands. */
export const attributeKey = <Name extends string>(name: Name) =>
  ({ field: name, composite: [name], casing: 'none' }) as const;
