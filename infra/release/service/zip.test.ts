import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { zip } from './zip';

const UNPACK = `import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
print([(i.filename, archive.read(i).decode(), oct(i.external_attr >> 16)) for i in archive.infolist()])`;

it('makes archives that others can read, the same each time', () => {
  const files = { 'index.mjs': Buffer.from('export {}'.repeat(50)), 'a.map': Buffer.from('{}') };
  const archive = zip(files);
  expect(zip(files)).toEqual(archive);
  const directory = mkdtempSync(path.join(tmpdir(), 'zip-'));
  const file = path.join(directory, 'code.zip');
  writeFileSync(file, archive);
  const listed = execFileSync('python3', ['-c', UNPACK, file], { encoding: 'utf8' });
  rmSync(directory, { recursive: true });
  expect(listed).toContain(`('index.mjs', '${'export {}'.repeat(50)}', '0o100644')`);
  expect(listed).toContain("('a.map', '{}', '0o100644')");
});
