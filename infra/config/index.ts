import { z } from 'zod';
import { dev } from './dev';
import { LOCAL_DEFAULT_PORT, localStage } from './local';
import { prod } from './prod';
import { STAGE_NAMES, type StageConfig, type StageName, stageSchema } from './stage';
import { staging } from './staging';

export * from './local';
export * from './stage';

/** What is baked into the edge functions: no secret, nothing that changes between deployments of a stage. */
export interface EdgeConfig {
  stage: StageName;
  region: string;
  userPoolId: string;
  userPoolClientId: string;
  issuer: string;
  jwksUrl: string;
  publicOrigin: string;
}

/** The stage named, or a one-sentence error that lists the stages there are. */
export function parseStageName(name: unknown): StageName {
  const parsed = z.enum(STAGE_NAMES).safeParse(name);
  if (!parsed.success) throw new Error(`Stage "${name}" is not one of ${STAGE_NAMES.join(', ')}.`);
  return parsed.data;
}

/** The checked configuration of a stage; `port` moves the local stage only. */
export function stageConfig(stage: StageName, port: number = LOCAL_DEFAULT_PORT): StageConfig {
  const stages = {
    local: () => localStage(port),
    dev: () => dev,
    staging: () => staging,
    prod: () => prod,
  };
  return stageSchema.parse(stages[stage]());
}

/** What `edge/build.ts` compiles into the stage's bundles. */
export function edgeConfig(stage: StageName, port: number = LOCAL_DEFAULT_PORT): EdgeConfig {
  const { homeRegion, identity, publicOrigin } = stageConfig(stage, port);
  const issuer = `https://cognito-idp.${homeRegion}.amazonaws.com/${identity.userPoolId}`;
  return {
    stage,
    region: homeRegion,
    userPoolId: identity.userPoolId,
    userPoolClientId: identity.userPoolClientId,
    issuer,
    jwksUrl: identity.jwksUrl ?? `${issuer}/.well-known/jwks.json`,
    publicOrigin,
  };
}
