import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A finding of the rules that is accepted, and why a reader should accept it too. */
export interface Acknowledgement {
  /** Constructs, by path, at which the finding is accepted. */
  at: RegExp;
  id: string;
  reason: string;
}

const CONTROLS = 'CloudFormation-Validate::';

export const solutions = (rule: string) => `AwsSolutions::AwsSolutions-${rule}`;
export const wildcard = (resource: string) => solutions(`IAM5[Resource::${resource}]`);

/** A control of Control Tower, as AWS documents it, e.g. `CT.S3.PR.2`. */
export const control = (id: string) => `${CONTROLS}${id}`;
export const isControl = (id: string) => id.startsWith(CONTROLS);

/** Accepts findings; one that names nothing any more is an error. */
export function acknowledge(app: IConstruct, findings: readonly Acknowledgement[]): void {
  const constructs = app.node.findAll();
  for (const { at, id, reason } of findings) {
    const found = constructs.filter((construct) => at.test(construct.node.path));
    if (found.length === 0)
      throw new Error(`Acknowledged finding ${id} names ${at}, which is gone.`);
    for (const construct of found) Validations.of(construct).acknowledge({ id, reason });
  }
}
