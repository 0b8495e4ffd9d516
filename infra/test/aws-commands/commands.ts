import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { simpleCommands } from './shell-words';

export interface DocumentedCommand {
  file: string;
  words: string[];
  /** Named in a sentence without options, not to be typed as it stands. */
  isMention: boolean;
}

const ROOT = join(import.meta.dirname, '../../..');
const DOCUMENTS = ['*.md', 'docs/**/*.md', 'bench/*/README.md'];
const BLOCK = /^ *```sh\n([\s\S]*?)^ *```/gm;
const SPAN = /`([^`\n]+)`/g;
/** `aws` and a service, whatever stands around it. */
const AWS = /(?<![\w./-])aws [a-z]/g;

/** Every command in the `sh` blocks of a document, a loop's and a pipe's one by one. */
export function blockCommands(text: string): string[][] {
  return [...text.matchAll(BLOCK)].flatMap(([, block = '']) => simpleCommands(block));
}

/** Every `aws …` in a document, in blocks and in sentences. @throws where one is written so that it cannot be read. */
export function awsCommands(file: string, text: string): DocumentedCommand[] {
  const found = blockCommands(text).map((words) => ({ file, words, isMention: false }));
  for (const [, span = ''] of text.replaceAll(BLOCK, '').matchAll(SPAN)) {
    const commands = simpleCommands(span);
    found.push(...commands.map((words) => ({ file, words, isMention: words.length <= 3 })));
  }
  const commands = found.filter(
    ({ words: [first, second = ''] }) => first === 'aws' && /^[a-z]/.test(second),
  );
  const written = (text.match(AWS) ?? []).length;
  if (written === commands.length) return commands;
  throw new Error(
    `${file} says "aws …" ${written} times, ${commands.length} of them as a command in a sh block or in backticks.`,
  );
}

/** The documents of the repository, by their path. */
export const documents = () =>
  globSync(DOCUMENTS, { cwd: ROOT }).map((file) => {
    const path = join(ROOT, file);
    return { file: relative(ROOT, path), text: readFileSync(path, 'utf8') };
  });
