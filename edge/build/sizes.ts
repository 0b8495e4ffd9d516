export interface BuiltFile {
  name: string;
  bytes: number;
  limitBytes: number;
}

/** @throws when a function is larger than CloudFront (or we) allow */
export function requireSmall(files: readonly BuiltFile[]): void {
  const tooLarge = files.filter(({ bytes, limitBytes }) => bytes > limitBytes);
  if (tooLarge.length === 0) return;
  const names = tooLarge.map(({ name, bytes, limitBytes }) => `${name} ${bytes} > ${limitBytes}`);
  throw new Error(`Too large for the edge (bytes): ${names.join(', ')}`);
}
