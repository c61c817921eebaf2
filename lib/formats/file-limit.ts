/** The largest file a deposit may bring, in binary megabytes. */
export const FILE_LIMIT_MB = 20;

export const FILE_LIMIT_BYTES = FILE_LIMIT_MB * 1024 * 1024;
