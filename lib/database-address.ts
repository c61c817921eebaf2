import { readFileSync } from "node:fs";
import { isIP } from "node:net";

/** The TLS options for a connection to PostgreSQL; false for no TLS, on this machine only. */
type DatabaseTls = false | { rejectUnauthorized: true; host?: string; ca?: string };

export type DatabaseAddress =
  | {
      ok: true;
      /** The address without the TLS parameters, which are in `tls`. */
      url: string;
      user: string;
      isOnThisMachine: boolean;
      tls: DatabaseTls;
    }
  | { ok: false; reason: string };

const VERIFIED = ["verify-full", "verify-ca", "require", "true"];
const CLIENT_PARAMETERS = ["sslmode", "ssl", "sslrootcert"];

/**
 * Reads the address of a database (`postgres://user:password@host/database?sslmode=…&sslrootcert=FILE`). A connection
 * to another machine is always encrypted, and the server's certificate must be valid for the host. `sslmode` cannot
 * weaken this: `require` and `verify-ca` mean `verify-full` here (in libpq `require` accepts any certificate), and
 * `disable`, `allow`, `prefer` and `no-verify`, which turn off encryption or verification, are refused. A loopback
 * address and a Unix socket use no TLS unless `sslmode` asks for it.
 */
export function readDatabaseAddress(address: string): DatabaseAddress {
  const url = new URL(address);
  const hosts = decodeURIComponent(url.hostname)
    .split(",")
    .map((host) => host.replace(/^\[|\]$/g, ""));
  if (hosts.includes("")) return { ok: false, reason: "must name the host" };
  const isOnThisMachine = hosts.every(isLocalHost);
  const modes = [url.searchParams.get("sslmode"), url.searchParams.get("ssl")].filter(
    (mode) => mode !== null,
  );
  const weak = modes.find((mode) => !VERIFIED.includes(mode));
  if (weak !== undefined && !isOnThisMachine)
    return {
      ok: false,
      reason: `must not say sslmode=${/^[\w-]{1,20}$/.test(weak) ? weak : "…"}: the connection leaves this machine, so the server's certificate is verified (leave sslmode out, or write verify-full; sslrootcert=FILE names an authority of your own)`,
    };
  const tls = !isOnThisMachine || (modes.length > 0 && weak === undefined);
  const root = url.searchParams.get("sslrootcert");
  let ca: string | undefined;
  try {
    if (tls && root && root !== "system") ca = readFileSync(root, "utf8");
  } catch {
    return { ok: false, reason: "names a file with sslrootcert that cannot be read" };
  }
  for (const name of CLIENT_PARAMETERS) url.searchParams.delete(name);
  // An IP address has no server name in TLS, so the certificate is compared with this instead.
  const [only = ""] = hosts.length === 1 ? hosts : [];
  return {
    ok: true,
    url: url.href,
    user: decodeURIComponent(url.username),
    isOnThisMachine,
    tls: tls && { rejectUnauthorized: true, ...(isIP(only) ? { host: only } : {}), ...(ca ? { ca } : {}) },
  };
}

/** Returns whether a host name or an address of a network interface is reached from this machine only. */
export function isLocalHost(host: string): boolean {
  return host.startsWith("/") || /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);
}
