export { offerSharedEngine as default } from './services/shared/testing/dynamodb-engine/shared';
