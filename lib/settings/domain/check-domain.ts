import { eq, sql } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import type { Manager } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { SupplierManagerSession } from "@/lib/sign-in/session/current-session";
import { domainOfAddress, installationSender, sendingAddress } from "@/lib/suppliers/sending-address";
import {
  decideDomain,
  type DomainCheck,
  ownershipName,
  ownershipValue,
  readDomainCheck,
} from "./domain-check";
import { findDnsRecords, type WantedLine } from "./find-dns-records";
import { isDomainTaken } from "./is-domain-taken";
import { askProvider } from "./provider-domain";

export type DomainRefusal = "too_often" | "domain_taken" | "portal_domain" | "changed_meanwhile";

/**
 * Checks the domain of the supplier's sender address: the provider's verdict and the lines in the DNS. Mails leave from
 * the address once the domain is verified, and no longer when a check takes it back (`decideDomain`). What the supplier
 * says of it counts for nothing. Needs fresh proof.
 */
export async function checkDomain(
  session: Pick<SupplierManagerSession, "id" | "viewer">,
): Promise<{ ok: true; isVerified: boolean } | { ok: false; reason: DomainRefusal } | StaleProof> {
  const { viewer } = session;
  if ((await takeChange(viewer.userId, now())) > 0) return { ok: false, reason: "too_often" };
  const proof = await checkFreshProof(session);
  if (!proof.ok) return proof;
  const { senderAddress } = await withViewer(viewer, (tx) => readSender(tx, viewer));
  const domain = domainOfAddress(senderAddress);
  if (isPortalDomain(domain)) return { ok: false, reason: "portal_domain" };
  // Asked first: another supplier's domain must not be named to the provider.
  if (await withViewer(viewer, (tx) => isDomainTaken(tx, viewer, domain)))
    return { ok: false, reason: "domain_taken" };
  const { verdict, lines } = await askProvider(domain, () => isProven(domain, viewer));
  const check: DomainCheck = {
    domain,
    at: now().toISOString(),
    provider: verdict,
    lines: await findDnsRecords([ownershipLine(domain, viewer), ...lines, dmarcLine(domain)]),
  };
  return withViewer(viewer, (tx) => record(tx, viewer, check));
}

async function record(
  tx: Transaction,
  viewer: Manager,
  check: DomainCheck,
): Promise<{ ok: true; isVerified: boolean } | { ok: false; reason: DomainRefusal }> {
  const { senderAddress, verifiedDomain, domainCheck } = await readSender(tx, viewer);
  const { domain } = check;
  if (domainOfAddress(senderAddress) !== domain) return { ok: false, reason: "changed_meanwhile" };
  // Two suppliers that check the same domain at the same moment take turns.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sender domain ${domain}`}, 0))`);
  if (await isDomainTaken(tx, viewer, domain)) return { ok: false, reason: "domain_taken" };
  const wasVerified = verifiedDomain === domain;
  const decision = decideDomain(check, { isVerified: wasVerified, before: readDomainCheck(domainCheck) });
  const verified =
    decision === "verified" ? domain : decision === "lost" && wasVerified ? null : verifiedDomain;
  await tx
    .update(suppliers)
    .set({ domainCheck: check, verifiedDomain: verified })
    .where(eq(suppliers.id, viewer.supplierId));
  if (decision !== "unchanged")
    await recordAudit(tx, viewer, {
      action: decision === "verified" ? "sender_domain_verified" : "sender_domain_lost",
      ...{ subjectId: viewer.supplierId, at: now(), details: { domain } },
    });
  return { ok: true, isVerified: verified === domain };
}

/** The state of the sender's domain, as its page shows it. */
export interface SenderDomain {
  domain: string;
  isVerified: boolean;
  /** Whether it is the domain of the installation's own address, which no supplier can have verified. */
  isPortals: boolean;
  /** The address from which mails leave now. */
  sendsFrom: string;
  /** Null when this domain was never checked. */
  check: DomainCheck | null;
}

/** Reads the state of the domain of the supplier's sender address. */
export const openDomain = (viewer: Manager): Promise<SenderDomain> =>
  withViewer(viewer, async (tx) => {
    const row = await readSender(tx, viewer);
    const domain = domainOfAddress(row.senderAddress);
    const check = readDomainCheck(row.domainCheck);
    return {
      domain,
      isVerified: row.verifiedDomain === domain,
      isPortals: isPortalDomain(domain),
      sendsFrom: sendingAddress(row),
      check: check?.domain === domain ? check : null,
    };
  });

async function readSender(tx: Transaction, { supplierId }: Manager) {
  const [found] = await tx
    .select({
      senderAddress: suppliers.senderAddress,
      verifiedDomain: suppliers.verifiedDomain,
      domainCheck: suppliers.domainCheck,
    })
    .from(suppliers)
    .where(eq(suppliers.id, supplierId));
  if (!found) throw new Error("The supplier of a manager was not found.");
  return found;
}

const isPortalDomain = (domain: string) => domain === domainOfAddress(installationSender().address);

export const ownershipLine = (domain: string, { supplierId }: Pick<Manager, "supplierId">): WantedLine => ({
  ...{ purpose: "ownership", type: "TXT", priority: null },
  name: ownershipName(domain),
  value: ownershipValue(supplierId),
});

async function isProven(domain: string, viewer: Manager): Promise<boolean> {
  const [line] = await findDnsRecords([ownershipLine(domain, viewer)]);
  return line?.state === "found";
}

export const dmarcLine = (domain: string): WantedLine => ({
  ...{ purpose: "dmarc", type: "TXT", priority: null },
  name: `_dmarc.${domain}`,
  value: "v=DMARC1; p=quarantine; adkim=r; aspf=r",
});
