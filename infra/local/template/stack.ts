/** CloudFormation as JSON: only the shapes that resolving needs. */
export interface RawResource {
  Type: string;
  Condition?: string;
  Properties?: Record<string, unknown>;
}

export interface RawTemplate {
  Parameters?: Record<string, { Type: string; Default?: unknown }>;
  Mappings?: Record<string, Record<string, Record<string, unknown>>>;
  Conditions?: Record<string, unknown>;
  Resources?: Record<string, RawResource>;
  Outputs?: Record<string, { Value: unknown; Condition?: string; Export?: { Name: unknown } }>;
}

export interface Stack {
  name: string;
  region: string;
  account: string;
  template: RawTemplate;
}
