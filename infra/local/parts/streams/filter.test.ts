import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesFilters } from './filter';

const record = {
  eventName: 'INSERT',
  size: 7,
  tags: ['a', 'b'],
  gone: null,
  dynamodb: { Keys: { PK: { S: 'INBOX#evt_1' }, SK: { S: 'METADATA' } } },
};
const key = (rule: unknown) => ({ dynamodb: { Keys: { PK: { S: [rule] } } } });

describe('passesFilters', () => {
  it.each<[string, Record<string, unknown>]>([
    ['an exact value', { eventName: ['MODIFY', 'INSERT'] }],
    ['a nested prefix', key({ prefix: 'INBOX#' })],
    ['a suffix', key({ suffix: '_1' })],
    ['a value in any case', { eventName: [{ 'equals-ignore-case': 'insert' }] }],
    ['anything but a value', { eventName: [{ 'anything-but': 'REMOVE' }] }],
    ['anything but some values', { eventName: [{ 'anything-but': ['REMOVE', 'MODIFY'] }] }],
    ['anything but a prefix', key({ 'anything-but': { prefix: 'OUTBOX#' } })],
    ['a field that exists', key({ exists: true })],
    ['a field that does not', { dynamodb: { NewImage: { PK: [{ exists: false }] } } }],
    ['a numeric range', { size: [{ numeric: ['>', 5, '<=', 7] }] }],
    ['null', { gone: [null] }],
    ['any item of an array', { tags: ['b'] }],
    ['several fields at once', { eventName: ['INSERT'], size: [7] }],
    ['one of several branches', { $or: [{ eventName: ['REMOVE'] }, { size: [7] }] }],
  ])('lets %s pass', (_what, pattern) => {
    expect(passesFilters(record, [pattern])).toBe(true);
  });

  it.each<[string, Record<string, unknown>]>([
    ['another value', { eventName: ['REMOVE'] }],
    ['another prefix', key({ prefix: 'OUTBOX#' })],
    ['a prefix of a number', { size: [{ prefix: '7' }] }],
    ['an excluded value', { eventName: [{ 'anything-but': ['INSERT'] }] }],
    ['an excluded prefix', key({ 'anything-but': { prefix: 'INBOX#' } })],
    ['a missing field', { status: ['ok'] }],
    ['a missing field, even for anything-but', { status: [{ 'anything-but': 'x' }] }],
    ['a number out of range', { size: [{ numeric: ['<', 7] }] }],
    ['a number in quotes', { size: ['7'] }],
    ['one field of two', { eventName: ['INSERT'], size: [8] }],
  ])('holds %s back', (_what, pattern) => {
    expect(passesFilters(record, [pattern])).toBe(false);
  });

  it('lets everything pass without a pattern, and with several what one of them lets pass', () => {
    expect(passesFilters(record, [])).toBe(true);
    expect(passesFilters(record, [{ eventName: ['REMOVE'] }, { size: [7] }])).toBe(true);
  });

  it('refuses an operator it does not know rather than guess', () => {
    expect(() => passesFilters(record, [{ eventName: [{ cidr: '10.0.0.0/8' }] }])).toThrow('cidr');
  });

  it('decides exists true and exists false oppositely for any record', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), fc.string(), (fields, name) => {
        const pattern = (exists: boolean) => [Object.fromEntries([[name, [{ exists }]]])];
        expect(passesFilters(fields, pattern(true))).toBe(Object.hasOwn(fields, name));
        expect(passesFilters(fields, pattern(false))).toBe(!Object.hasOwn(fields, name));
      }),
    );
  });
});
