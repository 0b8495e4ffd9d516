import { serve } from '../../http';
import type { Log, Part } from '../../part';
import { jsonService } from '../../protocols/json-service';
import type { ParameterSpec, SecretSpec } from '../../template/types';
import type { InvokeFunction } from '../lambda/invoke';
import { parameterOperations } from './parameter-operations';
import { rotations } from './rotation';
import { secretOperations } from './secret-operations';
import { SecretStore } from './store';

export interface SecretsOptions {
  port: number;
  secrets: SecretSpec[];
  parameters: ParameterSpec[];
  /** Keeps generated and changed values; without it they are new at every start. */
  stateFile?: string;
  /** Calls the functions that rotate secrets; without it none can be rotated. */
  invoke?: InvokeFunction;
  log: Log;
}

/** Secrets Manager and the SSM parameter store behind one endpoint. */
export async function startSecrets(options: SecretsOptions): Promise<Part> {
  const { invoke = noFunctions } = options;
  const store = new SecretStore(options.secrets, options.stateFile);
  const operations = {
    ...secretOperations(store, rotations(store, invoke, options.log)),
    ...parameterOperations(options.parameters),
  };
  const { url, close } = await serve(
    options.port,
    jsonService({ source: 'secrets', operations, log: options.log }),
  );
  return {
    name: 'secrets',
    url,
    health: async () => ({
      ready: true,
      detail: `${store.size} secrets and ${options.parameters.length} parameters`,
    }),
    stop: close,
  };
}

const noFunctions: InvokeFunction = () => Promise.reject(new Error('no functions run here'));
