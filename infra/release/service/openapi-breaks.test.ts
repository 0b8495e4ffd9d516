import { describe, expect, it } from 'vitest';
import { type OpenApiDocument, openApiBreaks } from './openapi-breaks';

type Schema = Record<string, unknown>;

const text = { type: 'string' };

function aDocument({ answer = {}, body = {}, parameters = [] as object[] } = {}): OpenApiDocument {
  const object = (schema: Schema) => ({ type: 'object', ...schema });
  return {
    paths: {
      '/bookings': {
        post: {
          parameters: parameters as never,
          requestBody: { content: { 'application/json': { schema: object(body) } } },
          responses: {
            200: {
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Booking' } } },
            },
          },
        },
      },
    },
    components: { schemas: { Booking: object(answer) } },
  };
}

describe('a client of the old document', () => {
  it.each([
    ['a new path', aDocument(), { ...aDocument(), paths: { ...aDocument().paths, '/new': {} } }],
    [
      'more in the answer',
      aDocument(),
      aDocument({ answer: { properties: { id: text }, required: ['id'] } }),
    ],
    [
      'a new optional field to send',
      aDocument(),
      aDocument({ body: { properties: { note: text } } }),
    ],
    [
      'a new word to send',
      aDocument({ body: { properties: { kind: { enum: ['a'] } } } }),
      aDocument({ body: { properties: { kind: { enum: ['a', 'b'] } } } }),
    ],
  ])('lives with %s', (_what, before, after) => {
    expect(openApiBreaks(before, after)).toEqual([]);
  });

  it.each([
    ['POST /bookings is gone', aDocument(), { paths: {} }],
    [
      'POST /bookings 200 id is gone',
      aDocument({ answer: { properties: { id: text } } }),
      aDocument({ answer: { properties: { name: text } } }),
    ],
    [
      'POST /bookings 200 id may be number',
      aDocument({ answer: { properties: { id: text } } }),
      aDocument({ answer: { properties: { id: { type: 'integer' } } } }),
    ],
    [
      'POST /bookings 200 id may be null',
      aDocument({ answer: { properties: { id: text } } }),
      aDocument({ answer: { properties: { id: { type: ['string', 'null'] } } } }),
    ],
    [
      'POST /bookings 200 id became optional',
      aDocument({ answer: { properties: { id: text }, required: ['id'] } }),
      aDocument({ answer: { properties: { id: text } } }),
    ],
    [
      'POST /bookings body note became required',
      aDocument(),
      aDocument({ body: { properties: { note: text }, required: ['note'] } }),
    ],
    [
      'POST /bookings body kind no longer takes b',
      aDocument({ body: { properties: { kind: { enum: ['a', 'b'] } } } }),
      aDocument({ body: { properties: { kind: { enum: ['a'] } } } }),
    ],
    [
      'POST /bookings header idempotency-key became required',
      aDocument(),
      aDocument({ parameters: [{ name: 'idempotency-key', in: 'header', required: true }] }),
    ],
  ])('breaks when %s', (sentence, before, after) => {
    expect(openApiBreaks(before, after)).toContain(sentence);
  });

  it('is compared through schemas that contain themselves', () => {
    const node = { properties: { next: { $ref: '#/components/schemas/Booking' }, id: text } };
    const shorter = { properties: { next: { $ref: '#/components/schemas/Booking' } } };
    expect(openApiBreaks(aDocument({ answer: node }), aDocument({ answer: shorter }))).toEqual([
      'POST /bookings 200 id is gone',
    ]);
  });
});
