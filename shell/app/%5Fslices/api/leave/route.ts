export { leaveOverride as POST } from '../../../../src/overrides/server/choose';
