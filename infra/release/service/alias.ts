import {
  GetAliasCommand,
  type LambdaClient,
  PreconditionFailedException,
  UpdateAliasCommand,
} from '@aws-sdk/client-lambda';

const ALIAS = 'live';
const PERCENT = 100;

/** Which versions of a function answer, and how often. */
export interface ServedVersions {
  live: string;
  canary?: string;
  /** Percent of the requests that the canary answers. */
  share?: number;
  /** What a rollback returns to: the version that was live before this one. */
  previous?: string;
}

type Change = (served: ServedVersions) => ServedVersions;

/** A new version answers all requests, or a share of them. */
export const served =
  (version: string, share?: number): Change =>
  (before) =>
    share === undefined
      ? { live: version, previous: before.live }
      : { ...kept(before), canary: version, share };

/** The canary answers all requests. Throws a sentence when there is none. */
export const promotedVersion: Change = ({ live, canary }) => {
  if (!canary) throw new Error('There is no canary to promote.');
  return { live: canary, previous: live };
};

/** Ends the canary, or returns to the version before. */
export const rolledBackVersion: Change = (before) => {
  const { live, canary, previous } = before;
  if (canary) return kept(before);
  if (!previous) throw new Error('There is no earlier version to return to.');
  return { live: previous, previous: live };
};

const kept = ({ live, previous }: ServedVersions): ServedVersions => ({
  live,
  ...(previous && { previous }),
});

/**
 * The alias' description remembers the version before. Numbers would not do: after a rollback the
 * next version's predecessor is the one that was taken back.
 */
const PREVIOUS = /^Before it: version (\d+)$/;
const describing = (previous: string) => `Before it: version ${previous}`;

/**
 * Points the alias that everything calls at other versions. AWS refuses when somebody moved it
 * between our look and our write, and so do we.
 */
export async function changeAlias(
  lambda: Pick<LambdaClient, 'send'>,
  functionName: string,
  change: Change,
): Promise<ServedVersions> {
  const alias = await lambda.send(new GetAliasCommand({ FunctionName: functionName, Name: ALIAS }));
  const weights = Object.entries(alias.RoutingConfig?.AdditionalVersionWeights ?? {});
  const [canary, weight = 0] = weights[0] ?? [];
  const previous = PREVIOUS.exec(alias.Description ?? '')?.[1];
  const next = change({
    live: alias.FunctionVersion ?? '',
    ...(previous && { previous }),
    ...(canary && { canary, share: Math.round(weight * PERCENT) }),
  });
  const { live, canary: nextCanary, share = 0 } = next;
  const update = new UpdateAliasCommand({
    FunctionName: functionName,
    Name: ALIAS,
    FunctionVersion: live,
    ...(next.previous && { Description: describing(next.previous) }),
    RoutingConfig: {
      AdditionalVersionWeights: nextCanary ? { [nextCanary]: share / PERCENT } : {},
    },
    RevisionId: alias.RevisionId,
  });
  try {
    await lambda.send(update);
  } catch (error) {
    if (!(error instanceof PreconditionFailedException)) throw error;
    throw new Error(`Somebody else released ${functionName} meanwhile; nothing was changed.`);
  }
  return next;
}
