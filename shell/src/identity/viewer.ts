/** What `/auth/me` tells the browser about the person looking. */
export interface Viewer {
  signedIn: boolean;
  name?: string;
  email?: string;
  /** Cognito groups: `provider`, `admin`, `team`. */
  groups: string[];
}
