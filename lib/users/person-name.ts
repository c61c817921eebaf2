const LONGEST = 100;

/** A person's name as it is kept: composed (Unicode NFC), without control or invisible characters, at most 100 long. */
export const readPersonName = (typed: string): string =>
  [
    ...typed
      .normalize("NFC")
      .toWellFormed()
      .replace(/[\p{C}\s]+/gu, " ")
      .trim(),
  ]
    .slice(0, LONGEST)
    .join("");
