const LONGEST = 80;

/** A person's name as stored: Unicode NFC, one line, without control or invisible characters. */
export const readPersonName = (typed: string): string =>
  typed
    .normalize("NFC")
    .toWellFormed()
    .replace(/[\p{C}\s]+/gu, " ")
    .trim();

/**
 * Whether a name is allowed. Names appear in the portal's mails, so a name has at most 80 characters and contains no
 * address and no link, also not in full-width characters.
 */
export const isPersonName = (name: string): boolean =>
  [...name].length <= LONGEST && !/@|:\/\/|www\./i.test(name.normalize("NFKC"));
