import { Resolver } from "node:dns/promises";
import { env } from "@/lib/env";

const MAX_WAIT_MS = 2_000;

/** The errors for a domain or record that does not exist. Any other error says nothing about the domain. */
const NOT_FOUND = new Set(["ENOTFOUND", "ENODATA"]);

/**
 * Asks the DNS for the servers that take the mail of an address, the preferred first: its domain's MX records, or the
 * domain itself when it has only an address (RFC 5321, 5.1). Empty when the domain takes no mail, which a null MX
 * record may say (RFC 7505). `unknown` when there is no answer within two seconds: an outage says nothing about the
 * address. Never call it in a transaction. The embedded mode uses no network and knows only that `.invalid` (RFC 2606)
 * takes no mail.
 */
export async function findMailServers(email: string): Promise<string[] | "unknown"> {
  const domain = email.slice(email.lastIndexOf("@") + 1);
  if (env().EMBEDDED) return domain === "invalid" || domain.endsWith(".invalid") ? [] : "unknown";
  const resolver = new Resolver({ timeout: MAX_WAIT_MS, tries: 1 });
  const timer = setTimeout(() => resolver.cancel(), MAX_WAIT_MS);
  try {
    const records = await resolver.resolveMx(domain);
    const named = records.filter(({ exchange }) => exchange !== "" && exchange !== ".");
    return named.toSorted((a, b) => a.priority - b.priority).map(({ exchange }) => exchange);
  } catch (error) {
    return isNotFound(error) ? await findAddress(resolver, domain) : "unknown";
  } finally {
    clearTimeout(timer);
  }
}

async function findAddress(resolver: Resolver, domain: string): Promise<string[] | "unknown"> {
  const found = await Promise.allSettled([resolver.resolve4(domain), resolver.resolve6(domain)]);
  if (found.some(({ status }) => status === "fulfilled")) return [domain];
  return found.every((one) => one.status === "rejected" && isNotFound(one.reason)) ? [] : "unknown";
}

const isNotFound = (error: unknown) =>
  error instanceof Error && "code" in error && NOT_FOUND.has(String(error.code));
