import type { Construct } from 'constructs';
import type { Artifacts } from '../../artifacts';
import type { Platform } from '../../constructs/platform';

export interface ServiceProps {
  platform: Platform;
  artifacts: Artifacts;
}

/** What a team runs in the home region, added to whichever stack holds it. */
export type Service = (scope: Construct, props: ServiceProps) => void;
