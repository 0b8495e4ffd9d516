import {
  GetAliasCommand,
  PreconditionFailedException,
  UpdateAliasCommand,
  type UpdateAliasCommandInput,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { changeAlias, promotedVersion, rolledBackVersion, served } from './alias';

/** An alias as Lambda keeps it; `isMoved` is somebody else between look and write. */
function anAlias(version: string, weights: Record<string, number> = {}, isMoved = false) {
  const updates: UpdateAliasCommandInput[] = [];
  let now: Partial<UpdateAliasCommandInput> = {
    FunctionVersion: version,
    RoutingConfig: { AdditionalVersionWeights: weights },
  };
  const send = async (command: unknown) => {
    if (command instanceof GetAliasCommand) return { ...now, RevisionId: 'r1' };
    if (!(command instanceof UpdateAliasCommand)) throw new Error('unexpected command');
    if (isMoved) throw new PreconditionFailedException({ message: '', $metadata: {} });
    now = { ...now, ...command.input };
    updates.push(command.input);
    return {};
  };
  return { updates, lambda: { send } as never };
}

describe('the alias of a service', () => {
  it.each([
    ['a release', served('8'), anAlias('7'), { FunctionVersion: '8', weights: {} }],
    ['a canary', served('8', 10), anAlias('7'), { FunctionVersion: '7', weights: { 8: 0.1 } }],
    ['promote', promotedVersion, anAlias('7', { 8: 0.1 }), { FunctionVersion: '8', weights: {} }],
    [
      'rollback of a canary',
      rolledBackVersion,
      anAlias('7', { 8: 0.1 }),
      { FunctionVersion: '7', weights: {} },
    ],
  ])('%s', async (_what, change, { lambda, updates }, { FunctionVersion, weights }) => {
    await changeAlias(lambda, 'f', change);
    expect(updates).toMatchObject([
      {
        Name: 'live',
        FunctionVersion,
        RoutingConfig: { AdditionalVersionWeights: weights },
        RevisionId: 'r1',
      },
    ]);
  });

  it('returns to what was live before, not to a version that was taken back', async () => {
    const { lambda } = anAlias('5');
    const live = async (change: Parameters<typeof changeAlias>[2]) =>
      (await changeAlias(lambda, 'f', change)).live;
    expect(await live(served('6'))).toBe('6');
    expect(await live(rolledBackVersion)).toBe('5');
    expect(await live(served('7', 10))).toBe('5');
    expect(await live(promotedVersion)).toBe('7');
    expect(await live(rolledBackVersion)).toBe('5');
  });

  it('is left alone when somebody else moved it meanwhile', async () => {
    const { lambda } = anAlias('7', {}, true);
    await expect(changeAlias(lambda, 'f', served('8'))).rejects.toThrow('Somebody else released f');
  });

  it('says what cannot be', async () => {
    const { lambda } = anAlias('1');
    await expect(changeAlias(lambda, 'f', promotedVersion)).rejects.toThrow('no canary');
    await expect(changeAlias(lambda, 'f', rolledBackVersion)).rejects.toThrow('no earlier version');
  });
});
