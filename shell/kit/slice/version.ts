/**
 * Version of what shell and slices promise each other. Something added for slices to use raises the
 * minor, anything that breaks a slice or a shell of before the major; `contract.json` keeps the
 * promise itself, and a release is refused while the two disagree.
 */
export const CONTRACT_VERSION = '2.2';

/** Whether a shell of one version can host a release of another: same major, nothing newer asked for. */
export function canHost(release: string, shell: string = CONTRACT_VERSION): boolean {
  const [releaseMajor, releaseMinor] = release.split('.').map(Number);
  const [shellMajor, shellMinor] = shell.split('.').map(Number);
  return releaseMajor === shellMajor && (releaseMinor ?? 0) <= (shellMinor ?? 0);
}
