export { chooseOverride as POST } from '../../../../src/overrides/server/choose';
