/** 256 bits in base64url. Text with a letter or digit directly after them is not a secret. */
const SECRET = /^([\w-]{43})(?![A-Za-z0-9])/;

/**
 * The secret of a mailed link at the beginning of a path segment, without the full stop, bracket or other text that a
 * mail program or a reader wrongly copied with the link. A segment without a secret is returned unchanged; it opens
 * nothing.
 */
export function secretInPath(segment: string): string {
  return SECRET.exec(segment)?.[1] ?? segment;
}
