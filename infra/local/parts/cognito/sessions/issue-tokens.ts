import { randomUUID } from 'node:crypto';
import type { AppClient } from 'cognito-local/lib/services/appClient';
import type { Context } from 'cognito-local/lib/services/context';
import type { User, UserPoolService } from 'cognito-local/lib/services/userPoolService';
import { attributesToRecord } from 'cognito-local/lib/services/userPoolService';
import type { PoolServices } from '../services';
import { settingsOf } from './client-settings';
import type { Session } from './session-store';
import { signToken } from './tokens';

const SCOPE = 'aws.cognito.signin.user.admin';

export interface TokenRequest {
  pool: UserPoolService;
  client: AppClient;
  user: User;
  session: Session;
  source: 'TokenGeneration_Authentication' | 'TokenGeneration_RefreshTokens';
}

/** Access and id token of a session as the pool's pre token generation trigger wants them. */
export async function issueTokens(
  services: PoolServices,
  ctx: Context,
  { pool, client, user, session, source }: TokenRequest,
) {
  const { accessSeconds, idSeconds } = settingsOf(client);
  const nowSeconds = Math.floor(services.clock.get().getTime() / 1000);
  const attributes = attributesToRecord(user.Attributes);
  const groups = await services.poolTriggers.groupsFor({
    source,
    clientId: client.ClientId,
    username: user.Username,
    attributes,
    groups: [...(await pool.listUserGroupMembership(ctx, user))],
  });
  const common = {
    sub: attributes.sub,
    ...(groups.length > 0 && { 'cognito:groups': groups }),
    iss: `${services.config.TokenConfig.IssuerDomain}/${pool.options.Id}`,
    origin_jti: session.id,
    event_id: randomUUID(),
    auth_time: session.authTimeSeconds,
    iat: nowSeconds,
  };
  const AccessToken = signToken({
    ...common,
    client_id: client.ClientId,
    token_use: 'access',
    scope: SCOPE,
    exp: nowSeconds + accessSeconds,
    jti: randomUUID(),
    username: user.Username,
  });
  const IdToken = signToken({
    ...attributes,
    ...common,
    email_verified: attributes.email_verified === 'true',
    'cognito:username': user.Username,
    aud: client.ClientId,
    token_use: 'id',
    exp: nowSeconds + idSeconds,
    jti: randomUUID(),
  });
  return { AccessToken, IdToken, ExpiresIn: accessSeconds, TokenType: 'Bearer' };
}
