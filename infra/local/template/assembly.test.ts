import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadAssembly } from './assembly';
import type { RawResource, RawTemplate } from './stack';
import type { FixtureAssembly, FixtureStack } from './testing';
import { anAssembly, assetCode } from './testing';

const made: FixtureAssembly[] = [];
afterEach(() => {
  for (const fixture of made.splice(0)) fixture.remove();
});

function load(stacks: Record<string, FixtureStack>, code?: Parameters<typeof anAssembly>[1]) {
  const fixture = anAssembly(stacks, code);
  made.push(fixture);
  return loadAssembly(fixture.dir);
}

/** Resolves one value in a stack that also holds the given resources. */
function resolve(value: unknown, template: RawTemplate = {}): unknown {
  const probe: RawResource = { Type: 'Test::Probe', Properties: { value } };
  const resources = { ...template.Resources, Probe: probe };
  return load({ Main: { ...template, Resources: resources } }).resources('Test::Probe')[0]
    ?.properties.value;
}

const fn = (name: string): RawResource => ({
  Type: 'AWS::Lambda::Function',
  Properties: { FunctionName: name, Handler: 'index.handler', Code: assetCode('code') },
});

/** `${name}`, as `Fn::Sub` writes it. */
const hole = (name: string) => `\${${name}}`;

describe('intrinsic functions', () => {
  it.each<[string, unknown, unknown]>([
    ['joins', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-eu-west-1'],
    ['splits and selects', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['accepts an index as text', { 'Fn::Select': ['0', ['x', 'y']] }, 'x'],
    [
      'substitutes',
      { 'Fn::Sub': `x-${hole('AWS::AccountId')}-${hole('!kept')}` },
      `x-111111111111-${hole('kept')}`,
    ],
    [
      'substitutes variables',
      { 'Fn::Sub': [`${hole('a')}/${hole('AWS::Partition')}`, { a: 'v' }] },
      'v/aws',
    ],
    ['encodes', { 'Fn::Base64': 'hi' }, 'aGk='],
    ['lists zones', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }, 'eu-west-1a'],
    ['keeps plain data', { a: [1, true, null] }, { a: [1, true, null] }],
    ['drops AWS::NoValue', { a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }] }, { b: [] }],
    [
      'leaves policy conditions alone',
      [{ Condition: { Bool: {} } }],
      [{ Condition: { Bool: {} } }],
    ],
  ])('%s', (_what, value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });

  it('decides Fn::If by its condition, and leaves out resources whose condition fails', () => {
    const template: RawTemplate = {
      Parameters: { Stage: { Type: 'String', Default: 'local' } },
      Conditions: {
        IsLocal: { 'Fn::Equals': [{ Ref: 'Stage' }, 'local'] },
        IsProd: { 'Fn::Not': [{ Condition: 'IsLocal' }] },
      },
      Resources: { Absent: { Type: 'Test::Absent', Condition: 'IsProd' } },
    };
    expect(resolve({ 'Fn::If': ['IsProd', 'p', 'l'] }, template)).toBe('l');
    expect(load({ Main: template }).resources('Test::Absent')).toEqual([]);
  });

  it('looks values up in mappings', () => {
    const template: RawTemplate = { Mappings: { Sizes: { 'eu-west-1': { memory: 512 } } } };
    const lookup = { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'memory'] };
    expect(resolve(lookup, template)).toBe(512);
  });

  it('gives functions, versions and aliases their ARNs', () => {
    const template: RawTemplate = {
      Resources: {
        Fn: fn('catalog'),
        Version: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Fn' } } },
        Alias: {
          Type: 'AWS::Lambda::Alias',
          Properties: { FunctionName: { Ref: 'Fn' }, Name: 'live' },
        },
      },
    };
    const arn = 'arn:aws:lambda:eu-west-1:111111111111:function:catalog';
    expect(resolve({ 'Fn::GetAtt': ['Fn', 'Arn'] }, template)).toBe(arn);
    expect(resolve({ Ref: 'Version' }, template)).toBe(`${arn}:1`);
    expect(resolve({ Ref: 'Alias' }, template)).toBe(`${arn}:live`);
  });
});

describe('references across stacks', () => {
  const parameter = (name: string, value: unknown): RawResource => ({
    Type: 'AWS::SSM::Parameter',
    Properties: { Name: name, Type: 'String', Value: value },
  });
  const reader = (name: string): RawTemplate => ({
    Parameters: { P: { Type: 'AWS::SSM::Parameter::Value<String>', Default: name } },
    Resources: { Probe: { Type: 'Test::Probe', Properties: { value: { Ref: 'P' } } } },
  });

  it('follows SSM parameters to the resource of the stack that writes them', () => {
    const assembly = load({
      Reader: reader('/m/table'),
      Writer: {
        Resources: {
          Table: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { TableName: 'T' } },
          P: parameter('/m/table', { 'Fn::GetAtt': ['Table', 'StreamArn'] }),
        },
      },
    });
    expect(assembly.resources('Test::Probe')[0]?.properties.value).toBe(
      'arn:aws:dynamodb:eu-west-1:111111111111:table/T/stream/local',
    );
  });

  it('does not see the parameter of another region', () => {
    const assembly = load({
      Reader: { region: 'us-east-1', ...reader('/m/x') },
      Writer: { Resources: { P: parameter('/m/x', 'v') } },
    });
    expect(() => assembly.resources('Test::Probe')[0]?.properties).toThrow(
      'Stack Reader, resource Probe: no stack in us-east-1 writes the SSM parameter /m/x',
    );
  });

  it('names stack and resource when a value refers to itself', () => {
    const template = reader('/m/x');
    const assembly = load({
      Main: {
        ...template,
        Resources: { P2: parameter('/m/x', { Ref: 'P' }), ...template.Resources },
      },
    });
    expect(() => assembly.resources('Test::Probe')[0]?.properties).toThrow('needs itself');
  });

  it('follows exports', () => {
    const assembly = load({
      Writer: { Outputs: { O: { Value: 'v', Export: { Name: 'shared' } } } },
      Reader: {
        Resources: {
          Probe: { Type: 'Test::Probe', Properties: { value: { 'Fn::ImportValue': 'shared' } } },
        },
      },
    });
    expect(assembly.resources('Test::Probe')[0]?.properties.value).toBe('v');
  });
});

describe('what cannot be resolved', () => {
  it.each<[string, unknown, string]>([
    ['unknown reference', { Ref: 'Nobody' }, 'Nobody is neither a parameter nor a resource'],
    ['unknown function', { 'Fn::Cidr': [] }, 'Fn::Cidr is not supported'],
    ['unknown attribute', { 'Fn::GetAtt': ['Probe', 'Colour'] }, 'Probe.Colour of Test::Probe'],
  ])('is an error that names stack and resource: %s', (_what, value, message) => {
    expect(() => resolve(value)).toThrow(/^Stack Main, resource Probe: /);
    expect(() => resolve(value)).toThrow(message);
  });

  it('does not disturb resources that nobody asks for', () => {
    const assembly = load({
      Main: {
        Resources: {
          Broken: { Type: 'Test::Broken', Properties: { v: { Ref: 'Nobody' } } },
          Fine: { Type: 'Test::Fine', Properties: { v: 1 } },
        },
      },
    });
    expect(assembly.resources('Test::Fine')[0]?.properties).toEqual({ v: 1 });
  });

  it('says how to get an assembly when there is none', () => {
    expect(() => loadAssembly('/nowhere')).toThrow('run `npm run synth` first');
  });
});

describe('functions', () => {
  it.each([
    'catalog',
    'catalog:live',
    'arn:aws:lambda:eu-west-1:111111111111:function:catalog',
    'arn:aws:lambda:eu-west-1:111111111111:function:catalog:live',
  ])('are found by %s, and so is their code', (reference) => {
    const assembly = load(
      { Main: { Resources: { Fn: fn('catalog') } } },
      { code: { 'index.mjs': 'export const handler = 1' } },
    );
    const dir = assembly.assetDir(assembly.functionOf(reference));
    expect(readFileSync(path.join(dir, 'index.mjs'), 'utf8')).toContain('handler');
    expect(existsSync(path.join(assembly.dir, 'package.json'))).toBe(true);
  });
});
