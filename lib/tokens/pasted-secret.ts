/** 256 bits in base64url, not followed by a letter or digit: then it is another text. */
const SECRET = /^([\w-]{43})(?![A-Za-z0-9])/;

/**
 * The secret of a mailed link as a path has it, without the full stop, the bracket or the rest of a sentence that a mail
 * program or a reader took for a part of the link. What begins with no secret stays as it is: it opens nothing.
 */
export function pastedSecret(inPath: string): string {
  return SECRET.exec(inPath)?.[1] ?? inPath;
}
