import type { CloudAssembly, GenerateSecretSpec, ParameterSpec, SecretSpec } from '../types';
import type { Values } from './values';
import { read } from './values';

const DEFAULT_SECRET_LENGTH = 32;

export function readSecrets(assembly: CloudAssembly): SecretSpec[] {
  const schedules = assembly.resources('AWS::SecretsManager::RotationSchedule').map(read);
  return assembly.resources('AWS::SecretsManager::Secret').map((resource) => {
    const secret = read(resource);
    const value = secret.optionalText('SecretString');
    const schedule = schedules.find((found) => found.text('SecretId') === resource.arn);
    return {
      name: resource.name,
      arn: resource.arn,
      ...(value !== undefined && { value }),
      ...(schedule && { rotatedBy: schedule.text('RotationLambdaARN') }),
      ...(secret.has('GenerateSecretString') && {
        generate: readGenerator(secret.object('GenerateSecretString')),
      }),
    };
  });
}

function readGenerator(generator: Values): GenerateSecretSpec {
  const template = generator.optionalText('SecretStringTemplate');
  const key = generator.optionalText('GenerateStringKey');
  return {
    length: generator.number('PasswordLength', DEFAULT_SECRET_LENGTH),
    excludeCharacters: generator.optionalText('ExcludeCharacters') ?? '',
    excludePunctuation: generator.flag('ExcludePunctuation'),
    excludeNumbers: generator.flag('ExcludeNumbers'),
    excludeUppercase: generator.flag('ExcludeUppercase'),
    excludeLowercase: generator.flag('ExcludeLowercase'),
    includeSpace: generator.flag('IncludeSpace'),
    ...(template !== undefined && { template }),
    ...(key !== undefined && { key }),
  };
}

export function readParameters(assembly: CloudAssembly): ParameterSpec[] {
  return assembly.resources('AWS::SSM::Parameter').map((resource) => ({
    name: resource.name,
    arn: resource.arn,
    type: read(resource).text('Type') === 'StringList' ? 'StringList' : 'String',
    value: read(resource).text('Value'),
  }));
}
