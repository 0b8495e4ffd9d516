import type { Construct } from 'constructs';
import { ServiceFunction } from '../../constructs/service-function';
import type { ServiceProps } from './service';

/** What the shell's server asks about accounts: attempts, export, erasure. It has no address. */
export function addIdentity(scope: Construct, { platform, artifacts }: ServiceProps): void {
  const { fn } = new ServiceFunction(scope, 'Identity', {
    name: 'identity',
    description: 'Limits attempts, exports and erases accounts for the shell’s server',
    platform,
    artifacts,
    memoryMb: 512,
    timeoutSeconds: 15,
  });
  platform.grantTableReadWrite(fn, 'GSI3', 'GSI5');
  platform.grantSendMail(fn);
}
