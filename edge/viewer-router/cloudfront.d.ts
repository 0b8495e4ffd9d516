/** The module that CloudFront gives its functions; the service resolves it, the bundler does not. */
declare module 'cloudfront' {
  interface KeyValueStore {
    get(key: string): Promise<string>;
  }
  const cf: { kvs(): KeyValueStore };
  export default cf;
}
