import { Resolver } from "node:dns/promises";
import { env } from "@/lib/env";
import type { DnsLine, LineState } from "./domain-check";

/** All questions about one domain are answered within this time, or count as unanswered. */
const MAX_WAIT_MS = 3_000;

/** The errors for a name or record that does not exist. Any other error says nothing about the domain. */
const NOT_FOUND = new Set(["ENOTFOUND", "ENODATA"]);

let servers: readonly string[] | null = null;

/** Asks these DNS servers instead of the machine's own ones; null returns to those. For tests. */
export function useDnsServers(addresses: readonly string[] | null): void {
  servers = addresses;
}

export type WantedLine = Omit<DnsLine, "state">;

/**
 * Looks each line up in the DNS. Never call it in a transaction. The embedded mode uses no network, so every line is
 * `unknown` there, unless a test named a server.
 */
export async function findDnsRecords(wanted: readonly WantedLine[]): Promise<DnsLine[]> {
  if (env().EMBEDDED && servers === null) return wanted.map((line) => ({ ...line, state: "unknown" }));
  const resolver = new Resolver({ timeout: MAX_WAIT_MS, tries: 1 });
  if (servers) resolver.setServers(servers);
  const timer = setTimeout(() => resolver.cancel(), MAX_WAIT_MS);
  try {
    return await Promise.all(wanted.map(async (line) => ({ ...line, state: await stateOf(resolver, line) })));
  } finally {
    clearTimeout(timer);
  }
}

async function stateOf(resolver: Resolver, line: WantedLine): Promise<LineState> {
  if (line.purpose === "dmarc") return dmarcState(resolver, line.name);
  const values = await lookUp(resolver, line);
  if (values === null) return "unknown";
  if (values.some((value) => isSame(line, value))) return "found";
  if (line.purpose === "spf" && line.type === "TXT")
    return values.some((value) => /^v=spf1\b/i.test(value)) ? "different" : "missing";
  return values.length > 0 && line.purpose !== "ownership" ? "different" : "missing";
}

/** The policy of a domain without one is that of the domain above it (RFC 7489, 6.6.3); its content is the owner's choice. */
async function dmarcState(resolver: Resolver, name: string): Promise<LineState> {
  const labels = name.replace(/^_dmarc\./, "").split(".");
  const names = labels.slice(0, -1).map((_, index) => `_dmarc.${labels.slice(index).join(".")}`);
  const answers = await Promise.all(
    names.slice(0, 5).map((one) => lookUp(resolver, { type: "TXT", name: one })),
  );
  if (answers.some((values) => values?.some((value) => /^v=dmarc1\b/i.test(value)))) return "found";
  return answers.includes(null) ? "unknown" : "missing";
}

/** Returns the values of the records of that name and type; null when the DNS gives no answer. */
async function lookUp(
  resolver: Resolver,
  { type, name }: Pick<WantedLine, "type" | "name">,
): Promise<string[] | null> {
  try {
    if (type === "TXT") return (await resolver.resolveTxt(name)).map((parts) => parts.join(""));
    if (type === "CNAME") return await resolver.resolveCname(name);
    return (await resolver.resolveMx(name)).map(({ exchange }) => exchange);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return NOT_FOUND.has(code) ? [] : null;
  }
}

function isSame({ purpose, type, value }: WantedLine, found: string): boolean {
  if (type !== "TXT") return host(found) === host(value);
  if (purpose === "spf") {
    // A domain may name other senders too: what counts is that it includes ours.
    const ours = /\binclude:\S+/i.exec(value)?.[0].toLowerCase();
    return /^v=spf1\b/i.test(found) && ours !== undefined && found.toLowerCase().split(/\s+/).includes(ours);
  }
  return compact(found) === compact(value);
}

const host = (name: string) => name.toLowerCase().replace(/\.$/, "");
const compact = (text: string) => text.replace(/[\s"]/g, "");
