import type { Construct } from 'constructs';
import { ServiceFunction } from '../constructs/service-function';
import { ServiceStack, type ServiceStackProps } from './service-stack';

/** What the shell's server asks about accounts: attempts, export, erasure. It has no address. */
export class IdentityStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { platform } = this;
    const { fn } = new ServiceFunction(this, 'Identity', {
      name: 'identity',
      description: 'Limits attempts, exports and erases accounts for the shell’s server',
      platform,
      artifacts: props.artifacts,
      memoryMb: 512,
      timeoutSeconds: 15,
    });
    platform.grantTableReadWrite(fn, 'GSI3', 'GSI5');
    platform.grantSendMail(fn);
  }
}
