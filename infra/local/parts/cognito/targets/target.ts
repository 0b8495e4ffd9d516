import type { Context } from 'cognito-local/lib/services/context';
import type { PoolServices } from '../services';

/** The fields of Cognito's requests that are looked at here; the rest passes through. */
export interface Request {
  AccessToken?: string;
  AuthFlow?: string;
  AuthParameters?: Record<string, string>;
  ChallengeName?: string;
  ChallengeResponses?: Record<string, string>;
  ClientId?: string;
  ClientMetadata?: Record<string, string>;
  ConfirmationCode?: string;
  FriendlyDeviceName?: string;
  Password?: string;
  PreviousPassword?: string;
  ProposedPassword?: string;
  RefreshToken?: string;
  Session?: string;
  SoftwareTokenMfaSettings?: { Enabled?: boolean; PreferredMfa?: boolean };
  TemporaryPassword?: string;
  Token?: string;
  UserAttributes?: { Name: string; Value?: string }[];
  UserCode?: string;
  UserPoolId?: string;
  Username?: string;
}

/** One operation of the API, `SignUp` for example. */
export type Target = (ctx: Context, request: Request) => Promise<unknown>;

/** Finds an operation by name. */
export type Router = (name: string) => Target;

/** An operation of ours, on top of cognito-local's own where there is one. */
export type Improve = (services: PoolServices, original: Target) => Target;
