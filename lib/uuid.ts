/** Returns whether the text is a UUID in the form the portal writes: lower-case, with hyphens (RFC 9562). */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
