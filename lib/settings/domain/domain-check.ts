import { z } from "zod";

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
 * supplier the domain belongs to. A supplier that has the domain already need not show it again, and loses it only by
 * a clear verdict of the provider; without a provider, when the DNS clearly has no SPF line for the installation's server.
 */
export function decideDomain(
  { provider, lines }: Pick<DomainCheck, "provider" | "lines">,
  { isVerified }: { isVerified: boolean },
): "verified" | "lost" | "unchanged" {
  const has = (purpose: DnsLine["purpose"]) =>
    lines.some((line) => line.purpose === purpose && line.state === "found");
  if (isVerified) {
    const spf = lines.find(({ purpose }) => purpose === "spf")?.state;
    const isGone = provider === "none" && (spf === "missing" || spf === "different");
    return isGone || provider === "pending" || provider === "failed" ? "lost" : "unchanged";
  }
  if (!has("ownership")) return "unchanged";
  const maySend = provider === "verified" || (provider === "none" && has("spf"));
  return maySend ? "verified" : "unchanged";
}
