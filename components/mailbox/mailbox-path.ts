/** The path of the demo mailbox. */
export const MAILBOX = "/dev/mailbox";
