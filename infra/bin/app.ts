import { App } from 'aws-cdk-lib';
import { LOCAL_DEFAULT_PORT, parseStageName, stageConfig } from '../config';
import { acknowledgeFindings } from '../lib/acknowledgements';
import { builtArtifacts, MissingBundle } from '../lib/artifacts';
import { addChecks } from '../lib/checks/add-checks';
import { addMarketplace } from './marketplace';

/** Synthesises the stage of `-c stage=…` (default local); `-c port=…` moves the laptop's addresses. */
function main(): void {
  const app = new App();
  const stage = parseStageName(app.node.tryGetContext('stage') ?? 'local');
  const port = Number(app.node.tryGetContext('port') ?? LOCAL_DEFAULT_PORT);
  const config = stageConfig(stage, port);

  addMarketplace(app, config, builtArtifacts(stage));
  acknowledgeFindings(app, config);
  addChecks(app);
  app.synth();
}

try {
  main();
} catch (error) {
  if (!(error instanceof MissingBundle)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
