import { requireSystem } from './debian.mjs';
import { installPackages } from './install.mjs';
import { allDone, step } from './steps.mjs';

/**
 * What a task stands on: packages of the system and of the project, side by side.
 * @param {('java' | 'redis' | 'chromium')[]} systemPackages
 */
export const prepare = (systemPackages) =>
  allDone([
    step('System packages', () => requireSystem(systemPackages)),
    step('Dependencies', installPackages),
  ]);
