export { type Letter, letterHtml, letterText } from './letter';
export type { Mail, Mailer } from './mailer';
export { sesMailer } from './ses-mailer';
