import { arnOf, attributeOf, nameOf, refOf } from './identifiers';
import type { Scope } from './intrinsics';
import { resolveValue } from './intrinsics';
import type { RawResource, Stack } from './stack';
import { UnresolvedReference } from './types';

/** Computes values of templates on demand, across the stacks of one assembly. */
export class Resolver {
  /** Places whose value is being computed, to tell a cycle from a chain. */
  private readonly pending = new Set<string>();

  constructor(private readonly stacks: readonly Stack[]) {}

  value(stack: Stack, logicalId: string, value: unknown): unknown {
    return resolveValue(this.scope(stack, logicalId), value);
  }

  /** Whether the resource exists at all: its condition holds. */
  exists(stack: Stack, logicalId: string): boolean {
    const condition = stack.template.Resources?.[logicalId]?.Condition;
    return condition === undefined || this.condition(stack, logicalId, condition);
  }

  identity(stack: Stack, logicalId: string): { name: string; physicalId: string; arn: string } {
    const resource = this.resource(stack, logicalId, logicalId);
    const versionArn = this.lambdaQualifierArn(stack, logicalId, resource);
    if (versionArn !== undefined) {
      return {
        name: versionArn.slice(versionArn.lastIndexOf(':') + 1),
        physicalId: versionArn,
        arn: versionArn,
      };
    }
    const name = nameOf(stack, logicalId, resource, (value) => this.value(stack, logicalId, value));
    return {
      name,
      physicalId: refOf(stack, resource.Type, name),
      arn: arnOf(stack, resource.Type, name),
    };
  }

  private scope(stack: Stack, at: string): Scope {
    const fail = (reason: string): never => {
      throw new UnresolvedReference(stack.name, at, reason);
    };
    return {
      region: stack.region,
      fail,
      ref: (name) => this.ref(stack, at, name),
      attribute: (logicalId, attribute) => this.attribute(stack, at, logicalId, attribute),
      condition: (name) => this.condition(stack, at, name),
      mapping: (map, top, second) =>
        stack.template.Mappings?.[map]?.[top]?.[second] ??
        fail(`Fn::FindInMap finds nothing at ${map}.${top}.${second}`),
      imported: (name) => this.imported(name) ?? fail(`no stack exports ${name}`),
      parameter: (name) => this.parameter(stack, at, name),
    };
  }

  private ref(stack: Stack, at: string, name: string): unknown {
    if (name.startsWith('AWS::')) return pseudoParameter(stack, name);
    const parameter = stack.template.Parameters?.[name];
    if (parameter) {
      if (parameter.Type.startsWith('AWS::SSM::Parameter::Value')) {
        const value = this.parameter(stack, at, String(parameter.Default));
        return parameter.Type.includes('List<') ? value.split(',') : value;
      }
      if (parameter.Default !== undefined) return parameter.Default;
      throw new UnresolvedReference(stack.name, at, `parameter ${name} has no default`);
    }
    this.resource(stack, at, name);
    return this.identity(stack, name).physicalId;
  }

  private attribute(stack: Stack, at: string, logicalId: string, attribute: string): unknown {
    const resource = this.resource(stack, at, logicalId);
    if (resource.Type === 'AWS::Lambda::Version' && attribute === 'Version') return '1';
    if (resource.Type === 'AWS::SSM::Parameter' && attribute === 'Value') {
      return this.value(stack, logicalId, resource.Properties?.Value);
    }
    const { name } = this.identity(stack, logicalId);
    return (
      attributeOf(stack, resource.Type, name, attribute) ??
      this.failAt(stack, at, `Fn::GetAtt ${logicalId}.${attribute} of ${resource.Type} is unknown`)
    );
  }

  private lambdaQualifierArn(
    stack: Stack,
    logicalId: string,
    resource: RawResource,
  ): string | undefined {
    if (resource.Type !== 'AWS::Lambda::Version' && resource.Type !== 'AWS::Lambda::Alias') {
      return undefined;
    }
    const { FunctionName, Name } = resource.Properties ?? {};
    const reference = String(this.value(stack, logicalId, FunctionName));
    const functionName = reference.startsWith('arn:') ? reference.split(':')[6] : reference;
    const qualifier = Name === undefined ? '1' : String(this.value(stack, logicalId, Name));
    return `${arnOf(stack, 'AWS::Lambda::Function', functionName ?? '')}:${qualifier}`;
  }

  private condition(stack: Stack, at: string, name: string): boolean {
    const condition = stack.template.Conditions?.[name];
    if (condition === undefined) return this.failAt(stack, at, `condition ${name} does not exist`);
    return this.value(stack, at, condition) === true;
  }

  private imported(name: string): unknown {
    for (const stack of this.stacks) {
      for (const [id, output] of Object.entries(stack.template.Outputs ?? {})) {
        if (output.Export && this.value(stack, id, output.Export.Name) === name) {
          return this.value(stack, id, output.Value);
        }
      }
    }
    return undefined;
  }

  /** Parameters live in a region: one of another region is as absent here as it would be in a deployment. */
  private parameter(stack: Stack, at: string, name: string): string {
    const key = `${stack.region} ${name}`;
    if (this.pending.has(key)) return this.failAt(stack, at, `SSM parameter ${name} needs itself`);
    this.pending.add(key);
    try {
      for (const owner of this.stacks.filter(({ region }) => region === stack.region)) {
        for (const [id, resource] of Object.entries(owner.template.Resources ?? {})) {
          if (resource.Type !== 'AWS::SSM::Parameter') continue;
          if (this.value(owner, id, resource.Properties?.Name) !== name) continue;
          return String(this.value(owner, id, resource.Properties?.Value));
        }
      }
    } finally {
      this.pending.delete(key);
    }
    return this.failAt(stack, at, `no stack in ${stack.region} writes the SSM parameter ${name}`);
  }

  private resource(stack: Stack, at: string, logicalId: string): RawResource {
    return (
      stack.template.Resources?.[logicalId] ??
      this.failAt(stack, at, `${logicalId} is neither a parameter nor a resource`)
    );
  }

  private failAt(stack: Stack, at: string, reason: string): never {
    throw new UnresolvedReference(stack.name, at, reason);
  }
}

function pseudoParameter(stack: Stack, name: string): unknown {
  switch (name) {
    case 'AWS::AccountId':
      return stack.account;
    case 'AWS::Region':
      return stack.region;
    case 'AWS::Partition':
      return 'aws';
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    case 'AWS::StackName':
      return stack.name;
    case 'AWS::StackId':
      return `arn:aws:cloudformation:${stack.region}:${stack.account}:stack/${stack.name}/local`;
    case 'AWS::NotificationARNs':
      return [];
    case 'AWS::NoValue':
      return undefined;
    default:
      throw new UnresolvedReference(stack.name, name, 'is an unknown pseudo parameter');
  }
}
