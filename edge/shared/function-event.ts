/** Shapes of CloudFront Functions events, JavaScript runtime 2.0. */
export interface FunctionValue {
  value: string;
  multiValue?: { value: string }[];
}

export type FunctionValues = Record<string, FunctionValue>;

export interface FunctionRequest {
  method: string;
  uri: string;
  querystring: FunctionValues;
  headers: FunctionValues;
  cookies: FunctionValues;
}

export interface FunctionResponse {
  statusCode: number;
  statusDescription?: string;
  headers: FunctionValues;
  cookies?: Record<string, { value: string; attributes?: string }>;
  body?: { encoding: 'text' | 'base64'; data: string };
}

export interface ViewerRequestEvent {
  viewer: { ip: string };
  request: FunctionRequest;
}

export interface ViewerResponseEvent extends ViewerRequestEvent {
  response: FunctionResponse;
}

/** The value of a header or cookie, `undefined` when it is absent. */
export function fieldOf(values: FunctionValues, name: string): string | undefined {
  const entry = values[name];
  return entry === undefined ? undefined : entry.value;
}
