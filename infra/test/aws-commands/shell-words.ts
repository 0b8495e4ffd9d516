const TOKEN = /\s*(?:(\n|&&|\|\||[|;])|((?:'[^']*'|"[^"]*"|[^\s'"|;&])+))|[^\S\n]+$/y;
const LEADS_IN = ['do', 'then', 'while', 'until', 'if'];
const RUNS_NOTHING = ['for', 'done', 'fi'];

/** The commands of a piece of shell, each as its words, quotes taken off. Enough shell for documents, no more. */
export function simpleCommands(shell: string): string[][] {
  const commands: string[][] = [[]];
  for (const token of tokens(joinedLines(shell))) {
    if ('separator' in token) commands.push([]);
    else commands.at(-1)?.push(token.word);
  }
  return commands
    .map((words) => (LEADS_IN.includes(words[0] ?? '') ? words.slice(1) : words))
    .filter(([first = '']) => first !== '' && !RUNS_NOTHING.includes(first));
}

const joinedLines = (shell: string) => shell.replaceAll('\\\n', ' ').replaceAll(/^\s*#.*$/gm, '');

function* tokens(shell: string) {
  for (const line of shell.split('\n')) {
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(line); match; match = TOKEN.exec(line)) {
      const [, separator, word] = match;
      if (separator !== undefined) yield { separator };
      if (word !== undefined) yield { word: word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2') };
    }
    yield { separator: '\n' };
  }
}
