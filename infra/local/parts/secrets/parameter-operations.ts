import { type JsonOperation, ServiceError } from '../../protocols/json-service';
import type { ParameterSpec } from '../../template/types';

export function parameterOperations(parameters: ParameterSpec[]): Record<string, JsonOperation> {
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  return {
    'AmazonSSM.GetParameter': (input) => {
      const parameter = byName.get(String(input.Name));
      if (!parameter) throw new ServiceError('ParameterNotFound', `${input.Name} does not exist`);
      return { Parameter: describe(parameter) };
    },
    'AmazonSSM.GetParameters': (input) => {
      const names = input.Names as string[];
      return {
        Parameters: names.flatMap((name) => byName.get(name) ?? []).map(describe),
        InvalidParameters: names.filter((name) => !byName.has(name)),
      };
    },
    'AmazonSSM.GetParametersByPath': (input) => ({
      Parameters: parameters
        .filter(({ name }) => isUnder(name, String(input.Path), input.Recursive === true))
        .map(describe),
    }),
  };
}

function isUnder(name: string, path: string, recursive: boolean): boolean {
  const prefix = path.endsWith('/') ? path : `${path}/`;
  return name.startsWith(prefix) && (recursive || !name.slice(prefix.length).includes('/'));
}

function describe({ name, arn, type, value }: ParameterSpec) {
  return { Name: name, ARN: arn, Type: type, Value: value, Version: 1, DataType: 'text' };
}
