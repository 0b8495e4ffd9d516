export { aBooking, aProvider, aService } from './factories';
export { startTestTable, type TestTable } from './test-table';
