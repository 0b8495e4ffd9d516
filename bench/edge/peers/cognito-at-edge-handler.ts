import { Authenticator } from 'cognito-at-edge';

const authenticator = new Authenticator({
  region: 'eu-west-1',
  userPoolId: 'eu-west-1_TestPool1',
  userPoolAppId: 'testclient000000000000001',
  userPoolDomain: 'market.auth.eu-west-1.amazoncognito.com',
});

/** As its own README has it. */
export const handler = (event: Parameters<typeof authenticator.handle>[0]) =>
  authenticator.handle(event);
