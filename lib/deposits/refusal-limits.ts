/** The days for which the bytes of a file refused for its metadata are kept, so that a manager may correct it. */
export const QUARANTINE_DAYS = 14;

/** The months for which it is known that a file was refused, and why. */
export const REFUSAL_MONTHS = 12;

/** The bytes that a supplier may have in quarantine; further files are recorded without their bytes. */
export const QUARANTINE_LIMIT_BYTES = 500 * 1024 * 1024;

/** The refused files that are recorded for a supplier; further ones are only answered. */
export const MAX_REFUSED_FILES = 50_000;

/** The problems stored with a refused file. A hostile file may have thousands. */
export const MAX_STORED_PROBLEMS = 50;

/** The characters stored of what is said of a problem. */
export const MAX_STORED_DETAIL = 400;

/** The metadata stored with a refused file, in characters of JSON; longer lists are left out. */
export const MAX_STORED_METADATA = 20_000;
