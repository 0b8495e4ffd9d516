export { accessOf, routesOf } from './access';
export { aBooking, aProvider, aService } from './factories';
export { fakeAuth, tokenOf } from './fake-auth';
export { type FakePayments, fakePayments } from './fake-payments';
export { TEST_ORIGIN, type TestClock, testClock, testSettings } from './settings';
export { startTestTable, type TestTable } from './test-table';
