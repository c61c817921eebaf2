import { Resolver } from "node:dns/promises";
import { env } from "@/lib/env";

const MAX_WAIT_MS = 2_000;

/** The answers that are a verdict: no such domain, or no such record. Any other error says nothing about the domain. */
const NOT_THERE = new Set(["ENOTFOUND", "ENODATA"]);

/**
 * Asks the DNS whether a domain takes mail: it has an MX record, or at least an address (RFC 5321, 5.1), and does not
 * refuse all mail (RFC 7505). `unknown` when there is no answer within two seconds: an outage is no verdict. Never call it
 * in a transaction. The embedded mode uses no network: there, only `.invalid` (RFC 2606) takes no mail.
 */
export async function findMailServer(domain: string): Promise<"found" | "none" | "unknown"> {
  if (env().EMBEDDED) return domain === "invalid" || domain.endsWith(".invalid") ? "none" : "unknown";
  const resolver = new Resolver({ timeout: MAX_WAIT_MS, tries: 1 });
  const timer = setTimeout(() => resolver.cancel(), MAX_WAIT_MS);
  try {
    const records = await resolver.resolveMx(domain);
    return records.every(({ exchange }) => exchange === "" || exchange === ".") ? "none" : "found";
  } catch (error) {
    if (!isNotThere(error)) return "unknown";
    return await hasAddress(resolver, domain);
  } finally {
    clearTimeout(timer);
  }
}

async function hasAddress(resolver: Resolver, domain: string): Promise<"found" | "none" | "unknown"> {
  const found = await Promise.allSettled([resolver.resolve4(domain), resolver.resolve6(domain)]);
  if (found.some(({ status }) => status === "fulfilled")) return "found";
  return found.every((one) => one.status === "rejected" && isNotThere(one.reason)) ? "none" : "unknown";
}

const isNotThere = (error: unknown) =>
  error instanceof Error && "code" in error && NOT_THERE.has(String(error.code));
