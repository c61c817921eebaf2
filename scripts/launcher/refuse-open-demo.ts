import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { isLocalHost } from "@/lib/database-address";

/**
 * Throws an error that says what to do where `npm start` would show demo data to strangers (security T35): the demo
 * passwords are printed in the README. `DATABASE_URL` decides between the embedded database and another one.
 */
export function refuseOpenDemo(env: NodeJS.ProcessEnv, isDev: boolean): void {
  if (env.DATABASE_URL) {
    if (isTrue(env.EMBEDDED))
      throw new Error(
        "EMBEDDED is true, but DATABASE_URL names a database.\n" +
          "Leave EMBEDDED out to serve that database, or leave DATABASE_URL out to try the demo.",
      );
    return;
  }
  if (env.NODE_ENV === "production" && !isDev)
    throw new Error(
      "NODE_ENV is production, but DATABASE_URL is not set: this would serve demo data with public passwords.\n" +
        "To serve a portal, set DATABASE_URL and the other settings of .env.example.\n" +
        "To try the demo on this machine, leave NODE_ENV out.",
    );
  if (env.HOST && !isLocalHost(env.HOST) && !isOwnPrivateAddress(env.HOST))
    throw new Error(
      `HOST=${env.HOST} would show demo data with public passwords to everybody, because DATABASE_URL is not set.\n` +
        "To serve a portal, set DATABASE_URL and the other settings of .env.example.\n" +
        `To try the demo from a telephone in the same network, name this machine's own address there${example()}.`,
    );
}

const isTrue = (value: string | undefined) => /^(true|1|yes|on|y|enabled)$/i.test(value ?? "");

/** Addresses of private networks (RFC 1918) and link-local ones: not reached from the Internet. */
const isPrivateAddress = (address: string) =>
  isIP(address) === 4 && /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)/.test(address);

const ownAddresses = () =>
  Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));

const isOwnPrivateAddress = (host: string) => isPrivateAddress(host) && ownAddresses().includes(host);

function example(): string {
  const address = ownAddresses().find(isPrivateAddress);
  return address ? `: HOST=${address} npm start` : "";
}
