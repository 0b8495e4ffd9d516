import { Agent, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { readBody, serve } from '../../../http';
import type { Part } from '../../../part';
import type { DynamoDbCall, Fault, FaultPlan } from './plan';
import { conflicting, throttled } from './refusals';

export interface FaultyDynamoDbOptions {
  port: number;
  /** Where DynamoDB answers without faults. */
  target: string;
  /** Ends the invocation of a trace, wherever it is. */
  kill?: (traceId: string) => void;
  /** Sees every fault that a request met. */
  onFault?: (fault: Fault, call: DynamoDbCall) => void;
}

export interface FaultyDynamoDbPart extends Part {
  /** What goes wrong from now on; without a plan nothing does. */
  goWrong(plan: FaultPlan | undefined): void;
}

/** A way to DynamoDB on which requests and answers go missing, are refused, or outlive who asked. */
export async function startFaultyDynamoDb(
  options: FaultyDynamoDbOptions,
): Promise<FaultyDynamoDbPart> {
  const { target, kill = () => {}, onFault = () => {} } = options;
  const agent = new Agent({ keepAlive: true });
  let plan: FaultPlan | undefined;
  let faults = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const call = callOf(request);
    const fault = plan?.(call);
    if (fault !== undefined) {
      faults++;
      onFault(fault, call);
    }
    if (fault === 'lose-request') return void response.destroy();
    if (fault === 'throttle') return refuse(response, throttled());
    if (fault === 'conflict') return refuse(response, conflicting(JSON.parse(body.toString())));
    if (fault === 'kill-before') {
      kill(call.traceId);
      return void response.destroy();
    }
    const given = await ask(agent, target, request, body);
    if (fault === 'kill-after') kill(call.traceId);
    if (fault === 'kill-after' || fault === 'lose-answer') return void response.destroy();
    response.writeHead(given.status, given.headers).end(given.body);
  }

  const { url, close } = await serve(options.port, answer);
  return {
    name: 'dynamodb-faults',
    url,
    goWrong: (next) => {
      plan = next;
    },
    health: async () => ({ ready: true, detail: `${faults} requests went wrong` }),
    stop: async () => {
      await close();
      agent.destroy();
    },
  };
}

/** SDKs in a function send the trace of the invocation with every request. */
function callOf({ headers }: IncomingMessage): DynamoDbCall {
  const target = String(headers['x-amz-target'] ?? '');
  return {
    operation: target.slice(target.indexOf('.') + 1),
    traceId: String(headers['x-amzn-trace-id'] ?? ''),
  };
}

function refuse(response: ServerResponse, { status, body }: { status: number; body: string }) {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
}

interface Given {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

function ask(agent: Agent, target: string, from: IncomingMessage, body: Buffer): Promise<Given> {
  return new Promise((resolve, reject) => {
    const { method, headers, url = '/' } = from;
    const to = new URL(url, target);
    const request = forward(to, { method: method ?? 'POST', headers, agent }, (answer) => {
      readBody(answer).then(
        (given) =>
          resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: given }),
        reject,
      );
    });
    request.once('error', reject);
    request.end(body);
  });
}
