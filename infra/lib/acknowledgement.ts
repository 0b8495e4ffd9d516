/** A finding of the rules that is accepted, and why a reader should accept it too. */
export interface Acknowledgement {
  /** Constructs, by path, at which the finding is accepted. */
  at: RegExp;
  id: string;
  reason: string;
}

export const solutions = (rule: string) => `AwsSolutions::AwsSolutions-${rule}`;
export const wildcard = (resource: string) => solutions(`IAM5[Resource::${resource}]`);
