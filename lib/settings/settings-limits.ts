/** The limits of the texts and numbers of a supplier's settings. */
export const NAME_LENGTH = 60;
export const PHONE_LENGTH = 40;
export const HOURS_LENGTH = 120;
export const ADDRESS_LENGTH = 200;
export const URL_LENGTH = 300;

/** Megabytes of an original that a notification may carry; mail servers often refuse mails above 10. */
export const ATTACHMENT_MB = { min: 1, max: 20 } as const;

/** The size of a logo's file as it is sent, and the number of its pixels. */
export const LOGO_LIMIT_KB = 512;
export const LOGO_LIMIT_PIXELS = 16_000_000;
