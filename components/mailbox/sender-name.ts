/** « Mobilize Lease » of `"Mobilize Lease" <factures@lease.example>`; the address where there is no name. */
export function senderName(from: string): string {
  const name = /^"((?:[^"\\]|\\.)*)" </.exec(from)?.[1];
  return name ? name.replace(/\\(.)/g, "$1") : from;
}
