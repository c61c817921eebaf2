const LONGEST = 80;

/** A person's name as it is kept: composed (Unicode NFC), on one line, without control or invisible characters. */
export const readPersonName = (typed: string): string =>
  typed
    .normalize("NFC")
    .toWellFormed()
    .replace(/[\p{C}\s]+/gu, " ")
    .trim();

/**
 * Whether a name may be given: it stands in genuine mails of the portal, so that it is 80 characters at most and no
 * address or link, however wide it is written.
 */
export const isPersonName = (name: string): boolean =>
  [...name].length <= LONGEST && !/@|:\/\/|www\./i.test(name.normalize("NFKC"));
