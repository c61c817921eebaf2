/** Returns « Mobilize Lease » for `"Mobilize Lease" <factures@lease.example>`, or the address if there is no name. */
export function senderName(from: string): string {
  const name = /^"((?:[^"\\]|\\.)*)" </.exec(from)?.[1];
  return name ? name.replace(/\\(.)/g, "$1") : from;
}
