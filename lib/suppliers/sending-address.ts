import { env } from "@/lib/env";

/** The name of the portal as the sender of mails that are not from a supplier. */
export const PORTAL_NAME = "E-Facture";

/** The installation's own sender: EMAIL_FROM, or an address at APP_URL without it. `name` may be "". */
export function installationSender(): { name: string; address: string } {
  return readSender(env().EMAIL_FROM ?? `${PORTAL_NAME} <no-reply@${new URL(env().APP_URL).hostname}>`);
}

/**
 * Returns the address from which a supplier's mails leave: its own when the address is on the domain that was verified
 * to be the supplier's, else the installation's.
 */
export function sendingAddress(supplier: { senderAddress: string; verifiedDomain: string | null }): string {
  const { senderAddress, verifiedDomain } = supplier;
  return domainOfAddress(senderAddress) === verifiedDomain ? senderAddress : installationSender().address;
}

/** Returns the domain of an address, in lower case. */
export const domainOfAddress = (address: string): string =>
  address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/** Reads `Name <address>`, or an address alone. */
function readSender(text: string): { name: string; address: string } {
  const at = text.indexOf("<");
  if (at < 0) return { name: "", address: text.trim() };
  return {
    name: text.slice(0, at).trim(),
    address: text
      .slice(at + 1)
      .replace(">", "")
      .trim(),
  };
}
