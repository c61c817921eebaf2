import { domainToASCII } from "node:url";
import { normalizeMailAddress } from "@/lib/mail-address";

/** Returns whether two texts are one mail address: a domain in Unicode is the same as in punycode (RFC 5891). */
export function isSameAddress(one: string, other: string): boolean {
  return inAscii(one) === inAscii(other);
}

function inAscii(address: string): string {
  const normal = normalizeMailAddress(address);
  const at = normal.lastIndexOf("@");
  const domain = normal.slice(at + 1);
  return normal.slice(0, at + 1) + (domainToASCII(domain) || domain);
}
