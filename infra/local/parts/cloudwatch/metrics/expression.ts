/** A value, or nothing where CloudWatch would have no data point. */
type Value = number | undefined;
type Read = (id: string) => Value;

const TOKEN = /\s*(\d+(?:\.\d+)?|[A-Za-z_]\w*|>=|<=|==|!=|[-+*/()<>,])/y;

const OPERATORS: Record<string, (left: number, right: number) => Value> = {
  OR: (left, right) => Number(left !== 0 || right !== 0),
  AND: (left, right) => Number(left !== 0 && right !== 0),
  '>': (left, right) => Number(left > right),
  '<': (left, right) => Number(left < right),
  '>=': (left, right) => Number(left >= right),
  '<=': (left, right) => Number(left <= right),
  '==': (left, right) => Number(left === right),
  '!=': (left, right) => Number(left !== right),
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? undefined : left / right),
};

/** Loosest first. */
const LEVELS = [['OR'], ['AND'], ['>', '<', '>=', '<=', '==', '!='], ['+', '-'], ['*', '/']];

/**
 * Metric math over single data points: arithmetic, comparison, AND, OR, IF and FILL. What reads a
 * missing value is missing itself, except through FILL. Throws for everything else.
 */
export function evaluateExpression(text: string, read: Read): Value {
  const tokens = tokensOf(text);
  const value = new Evaluation(tokens, read).binary(0);
  if (tokens.length > 0) throw new Error(`Metric math: ${tokens[0]} is not expected in ${text}`);
  return value;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw new Error(`Metric math cannot be read: ${text}`);
    tokens.push(token);
  }
  return tokens;
}

class Evaluation {
  constructor(
    private readonly tokens: string[],
    private readonly read: Read,
  ) {}

  binary(level: number): Value {
    const operators = LEVELS[level];
    if (!operators) return this.operand();
    let left = this.binary(level + 1);
    while (operators.includes(this.tokens[0] ?? '')) {
      const apply = OPERATORS[this.tokens.shift() ?? ''];
      const right = this.binary(level + 1);
      left = left === undefined || right === undefined ? undefined : apply?.(left, right);
    }
    return left;
  }

  private operand(): Value {
    const token = this.tokens.shift() ?? 'the end';
    if (token === '(') return this.closed(this.binary(0));
    if (/^\d/.test(token)) return Number(token);
    if (token === 'IF') return this.choice();
    if (token === 'FILL') return this.filled();
    if (!/^[a-z]\w*$/.test(token)) throw new Error(`Metric math: ${token} is not offered locally`);
    return this.read(token);
  }

  private choice(): Value {
    this.expect('(');
    const condition = this.binary(0);
    this.expect(',');
    const then = this.binary(0);
    this.expect(',');
    const otherwise = this.closed(this.binary(0));
    if (condition === undefined) return undefined;
    return condition === 0 ? otherwise : then;
  }

  private filled(): Value {
    this.expect('(');
    const value = this.binary(0);
    this.expect(',');
    const substitute = this.closed(this.binary(0));
    return value ?? substitute;
  }

  private closed(value: Value): Value {
    this.expect(')');
    return value;
  }

  private expect(token: string): void {
    const found = this.tokens.shift();
    if (found !== token) throw new Error(`Metric math: ${token} is missing before ${found}`);
  }
}
