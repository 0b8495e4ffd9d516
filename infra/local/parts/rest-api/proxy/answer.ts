/** A function's answer as HTTP. */
export interface ProxyAnswer {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
}

interface ProxyResult {
  statusCode?: unknown;
  headers?: Record<string, unknown>;
  multiValueHeaders?: Record<string, unknown[]>;
  body?: unknown;
  isBase64Encoded?: unknown;
}

/** Reads what a proxy integration returned; undefined when it has not the form that API Gateway demands. */
export function proxyAnswer(payload: string, decodesBinary: boolean): ProxyAnswer | undefined {
  const result = JSON.parse(payload) as ProxyResult | null;
  if (result === null || typeof result !== 'object' || Array.isArray(result)) return undefined;
  const status = Number(result.statusCode ?? 200);
  if (!Number.isInteger(status) || status < 100 || status > 599) return undefined;
  if (result.body !== undefined && result.body !== null && typeof result.body !== 'string') {
    return undefined;
  }
  const isBase64 = result.isBase64Encoded === true && decodesBinary;
  return {
    status,
    headers: headersOf(result),
    body: Buffer.from(result.body ?? '', isBase64 ? 'base64' : 'utf8'),
  };
}

function headersOf(result: ProxyResult): ProxyAnswer['headers'] {
  const headers: ProxyAnswer['headers'] = { 'content-type': 'application/json' };
  for (const [name, value] of Object.entries(result.headers ?? {})) {
    headers[name.toLowerCase()] = String(value);
  }
  for (const [name, values] of Object.entries(result.multiValueHeaders ?? {})) {
    headers[name.toLowerCase()] = values.length === 1 ? String(values[0]) : values.map(String);
  }
  return headers;
}
