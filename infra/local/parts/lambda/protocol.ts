/** What an execution environment is started with. */
export interface EnvironmentData {
  codeDir: string;
  handler: string;
  functionName: string;
  functionArn: string;
  memoryMb: number;
}

/** Host → environment: run one invocation. */
export interface InvokeMessage {
  requestId: string;
  eventJson: string;
  deadlineMs: number;
  invokedArn: string;
  traceId: string;
}

export interface FunctionFailure {
  errorType: string;
  errorMessage: string;
  trace?: string[];
}

/** Environment → host. */
export type EnvironmentMessage =
  | { kind: 'ready' }
  | { kind: 'init-failed'; failure: FunctionFailure }
  | { kind: 'done'; requestId: string; payload: string }
  | { kind: 'failed'; requestId: string; failure: FunctionFailure };
