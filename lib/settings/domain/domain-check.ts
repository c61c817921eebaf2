import { z } from "zod";
import { DAY_MS } from "@/lib/durations";

/** A line to copy into the DNS of a domain, and whether it was found there. */
const dnsLine = z.object({
  purpose: z.enum(["ownership", "spf", "dkim", "dmarc"]),
  type: z.enum(["TXT", "CNAME", "MX"]),
  /** The full name of the record. */
  name: z.string(),
  value: z.string(),
  /** Of an MX record; null for the other types. */
  priority: z.number().nullable(),
  /** `different`: there is such a record with another value. `unknown`: the DNS gave no answer. */
  state: z.enum(["found", "missing", "different", "unknown"]),
});

export type DnsLine = z.infer<typeof dnsLine>;

export type LineState = DnsLine["state"];

const domainCheckSchema = z.object({
  domain: z.string(),
  at: z.iso.datetime(),
  /** The verdict of the mail provider; `none` when mails go through a server of the installation. */
  provider: z.enum(["verified", "pending", "failed", "unknown", "none"]),
  lines: z.array(dnsLine),
});

/** The last check of the domain of a supplier's sender address, as it is stored. */
export type DomainCheck = z.infer<typeof domainCheckSchema>;

export type ProviderVerdict = DomainCheck["provider"];

/** Reads a stored check; null when there is none, or one of another form. */
export const readDomainCheck = (stored: unknown): DomainCheck | null =>
  domainCheckSchema.safeParse(stored).data ?? null;

/** The name of the record with which a supplier shows that the domain is its own. */
export const ownershipName = (domain: string): string => `_e-facture.${domain}`;

/** The value of that record: an id that no other supplier has. */
export const ownershipValue = (supplierId: string): string => `e-facture-supplier=${supplierId}`;

/**
 * Decides whether mails may leave from the domain: `verified`, `lost`, or `unchanged` when the answers do not say it. The
 * provider verifies a domain once for the whole installation, whoever asked for it; the ownership line shows which
 * supplier the domain belongs to. A supplier that has the domain already need not show it again. It loses it when the
 * provider's verdict is `failed`; and when the provider says `pending`, or without a provider the DNS has no SPF line at
 * all, only if the check `before`, at least a day older, found the same. The first check of a domain takes nothing away.
 */
export function decideDomain(
  check: DomainCheck,
  { isVerified, before }: { isVerified: boolean; before: DomainCheck | null },
): "verified" | "lost" | "unchanged" {
  const { provider, lines } = check;
  if (isVerified) return isLost(check, before) ? "lost" : "unchanged";
  const has = (purpose: DnsLine["purpose"]) =>
    lines.some((line) => line.purpose === purpose && line.state === "found");
  if (!has("ownership")) return "unchanged";
  const maySend = provider === "verified" || (provider === "none" && has("spf"));
  return maySend ? "verified" : "unchanged";
}

function isLost(check: DomainCheck, before: DomainCheck | null): boolean {
  if (before?.domain !== check.domain) return false;
  if (check.provider === "failed") return true;
  const isDayOlder = Date.parse(check.at) - Date.parse(before.at) >= DAY_MS;
  return doubtOf(check) !== null && doubtOf(check) === doubtOf(before) && isDayOlder;
}

/** What may be a mistake of one day. A `different` SPF record says nothing: its own `include` may allow our server. */
function doubtOf({ provider, lines }: DomainCheck): "pending" | "missing" | null {
  if (provider === "pending") return "pending";
  const spf = lines.find(({ purpose }) => purpose === "spf")?.state;
  return provider === "none" && spf === "missing" ? "missing" : null;
}
