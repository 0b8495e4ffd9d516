import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  edgeConfig,
  parseStageName,
  STAGE_NAMES,
  stageConfig,
  unassignedSettings,
} from '../config';
import { stubArtifacts, synthesise } from './fixtures';

const local = synthesise('local');
const prod = synthesise('prod');

describe('stacks', () => {
  const services = ['Catalog', 'Booking', 'Portal', 'Payments', 'Identity', 'Releases'];
  const home = ['Shared', ...services, 'Cache', 'ShellHosting'];
  const edgeLogs = stageConfig('prod').edgeLogRegions.map((region) => `EdgeLogs-${region}`);
  const operations = ['Guardrails', 'Governance', 'Observability', 'GovernanceHome'];

  it('of the laptop are the marketplace itself; an account adds what watches and guards it', () => {
    expect(Object.keys(local)).toEqual([...home, 'Edge']);
    const replicas = ['Replica', 'Catalog', 'Booking'].map((id) => `${id}-eu-central-1`);
    expect(Object.keys(prod)).toEqual([...home, ...edgeLogs, 'Edge', ...replicas, ...operations]);
  });

  it('deploy alone: no exports, no imports', () => {
    for (const { id, outputs, text } of Object.values({ ...local, ...prod })) {
      expect(text, id).not.toContain('Fn::ImportValue');
      expect(
        Object.values(outputs).filter((output) => output.Export),
        id,
      ).toEqual([]);
    }
  });

  it('read only parameters that another stack of their region publishes', () => {
    const published = new Set<string>();
    for (const { resources } of Object.values(prod)) {
      for (const { Type, Properties } of Object.values(resources)) {
        if (Type === 'AWS::SSM::Parameter') published.add(Properties.Name);
      }
    }
    const read = Object.values(prod).flatMap(({ template }) =>
      Object.values(template.toJSON().Parameters ?? {}).map(
        (parameter) => (parameter as { Default: string }).Default,
      ),
    );
    const own = read.filter((name) => name.startsWith('/marketplace/'));
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter((name) => !published.has(name))).toEqual([]);
  });

  it('name nothing local in a deployed stage', () => {
    for (const { id, text } of Object.values(prod)) {
      expect(text, id).not.toMatch(/localhost|localclient|LocalPool|pk_test_local/);
    }
  });

  it('say which command builds a bundle that is missing', () => {
    const artifacts = stubArtifacts();
    rmSync(join(artifacts.services, 'catalog'), { recursive: true });
    expect(() => synthesise('local', artifacts)).toThrow(/npm run build -w services/);
  });
});

describe('configuration', () => {
  it.each(STAGE_NAMES)('of %s is complete', (stage) => {
    expect(stageConfig(stage).stage).toBe(stage);
  });

  it('of the laptop knows every value, that of a new stage what is still missing', () => {
    expect(unassignedSettings(stageConfig('local'))).toEqual([]);
    expect(unassignedSettings(stageConfig('prod'))).toContain('identity.userPoolId');
    expect(unassignedSettings(stageConfig('prod'))).toContain('releasePublicKeys');
  });

  it('moves every address of the laptop with its port, and no name', () => {
    const moved = stageConfig('local', 9000);
    expect(moved.publicOrigin).toBe('http://localhost:9000');
    expect(moved.stripe.apiOrigin).toBe('http://localhost:9014');
    expect(moved.identity.userPoolId).toBe(stageConfig('local').identity.userPoolId);
  });

  it('refuses a stage that does not exist', () => {
    expect(() => parseStageName('production')).toThrow(/local, dev, staging, prod/);
  });

  it('gives the edge the issuer that tokens carry, and the keys from where they are', () => {
    expect(edgeConfig('local', 9000)).toMatchObject({
      issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_LocalPool1',
      jwksUrl: 'http://localhost:9011/eu-west-1_LocalPool1/.well-known/jwks.json',
    });
    const { issuer, jwksUrl } = edgeConfig('prod');
    expect(jwksUrl).toBe(`${issuer}/.well-known/jwks.json`);
  });
});
