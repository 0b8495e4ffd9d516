/** How long a test waits for what it sees on a page: a busy machine may need more than the usual second. */
if ('document' in globalThis) {
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 10_000 });
}
