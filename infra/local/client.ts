export const LOCAL_REGION = 'eu-west-1';
export const LOCAL_ACCOUNT = '111111111111';

/** Configuration of an SDK client that talks to a part of the local cloud. */
export const localClient = (endpoint: string) => ({
  endpoint,
  region: LOCAL_REGION,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
