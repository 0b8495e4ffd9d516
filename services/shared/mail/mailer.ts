/** A mail to one person; both texts say the same. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The visitor's request that it follows from; in a header, for support. */
  correlationId?: string | undefined;
  attachments?: { filename: string; contentType: string; content: string }[];
}

export interface Mailer {
  /** @throws when the mail was not taken; sending again is the caller's to decide. */
  send(mail: Mail): Promise<void>;
}
