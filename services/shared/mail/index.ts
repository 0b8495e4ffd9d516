export type { Mail, Mailer } from './mailer';
export { sesMailer } from './ses-mailer';
