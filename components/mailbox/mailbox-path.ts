/** Where the demo mailbox is. */
export const MAILBOX = "/dev/mailbox";
