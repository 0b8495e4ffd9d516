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
}

type Change = (served: ServedVersions) => ServedVersions;

/** A new version answers all requests, or a share of them. */
export const served =
  (version: string, share?: number): Change =>
  ({ live }) =>
    share === undefined ? { live: version } : { live, canary: version, share };

/** The canary answers all requests. Throws a sentence when there is none. */
export const promotedVersion: Change = ({ canary }) => {
  if (!canary) throw new Error('There is no canary to promote.');
  return { live: canary };
};

/** Ends the canary, or returns to the version before. */
export const rolledBackVersion: Change = ({ live, canary }) => {
  if (canary) return { live };
  const before = Number(live) - 1;
  if (before < 1) throw new Error('There is no earlier version to return to.');
  return { live: String(before) };
};

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
  const next = change({
    live: alias.FunctionVersion ?? '',
    ...(canary && { canary, share: Math.round(weight * PERCENT) }),
  });
  const { live, canary: nextCanary, share = 0 } = next;
  const update = new UpdateAliasCommand({
    FunctionName: functionName,
    Name: ALIAS,
    FunctionVersion: live,
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
