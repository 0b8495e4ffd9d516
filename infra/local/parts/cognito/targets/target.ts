import type { Context } from 'cognito-local/lib/services/context';

/** The fields of Cognito's requests that are looked at here; the rest passes through. */
export interface Request {
  AccessToken?: string;
  AuthFlow?: string;
  AuthParameters?: Record<string, string>;
  ClientId?: string;
  ConfirmationCode?: string;
  Password?: string;
  ProposedPassword?: string;
  TemporaryPassword?: string;
  UserAttributes?: { Name: string; Value?: string }[];
  UserPoolId?: string;
  Username?: string;
}

/** One operation of the API, `SignUp` for example. */
export type Target = (ctx: Context, request: Request) => Promise<unknown>;

/** Finds an operation by name. */
export type Router = (name: string) => Target;
