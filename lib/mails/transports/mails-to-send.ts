import type { OutgoingMail } from "./outgoing-mail";

/** The mails of one request: an array, or an iterable that composes each mail when it is read. */
export type MailsToSend = { readonly length: number } & (
  Iterable<OutgoingMail> | AsyncIterable<OutgoingMail>
);

/** Returns the only mail of a request; throws when there are several, or none. */
export async function onlyMail(mails: MailsToSend): Promise<OutgoingMail> {
  if (mails.length === 1) for await (const mail of mails) return mail;
  throw new Error("A request must contain exactly one mail.");
}
