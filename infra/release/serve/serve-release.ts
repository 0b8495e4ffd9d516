import path from 'node:path';
import { serve } from '../../local/http';
import { answerWithBuilds } from './serve-builds';

/** Serves a built release's browser files and manifest on the loopback interface. */
export function serveRelease(directory: string, port: number) {
  const builds = {
    directory,
    latest: async () => ({ release: path.basename(directory) }),
    follow: () => () => undefined,
    // What is built for everybody is no secret.
    areFor: () => true,
  };
  return serve(port, (request, response) => answerWithBuilds(builds, request, response));
}
