import { and, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { v5 as uuidv5, v7 as uuidv7 } from "uuid";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { atMostEvery } from "@/lib/at-most-every";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { DAY_MS, MINUTE_MS } from "@/lib/durations";
import { describeError, log } from "@/lib/log";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { managersToTell } from "@/lib/mails/outbox/managers-to-tell";
import { queueMails } from "@/lib/mails/outbox/queue-mail";
import { installationSender } from "@/lib/suppliers/sending-address";
import { dmarcLine, ownershipLine } from "./check-domain";
import { decideDomain, type DomainCheck, readDomainCheck } from "./domain-check";
import { findDnsRecords } from "./find-dns-records";
import { askProvider } from "./provider-domain";

const JOB: Viewer = { kind: "job" };
/** In one run: each waits for the provider and the DNS. */
const DOMAINS_A_RUN = 5;

const isDue = atMostEvery(MINUTE_MS);

interface OwnDomain {
  supplierId: string;
  domain: string;
}

/**
 * Checks once a day the domains from which suppliers' mails leave. A domain is lost by a clear answer only, most often of
 * two days in a row (`decideDomain`), and not by one that does not come. Without it mails leave from the installation's
 * address under the supplier's name, and its managers are told once. The first check of a domain is only recorded.
 * Nothing is registered at the provider. At most once a minute in each process.
 */
export async function recheckDomains(at: Date, deadline?: Date): Promise<void> {
  if (!isDue(at)) return;
  for (const own of await findDue(at)) {
    if (deadline !== undefined && now() >= deadline) return;
    try {
      const check = await checkNow(own);
      await withViewer(JOB, (tx) => record(tx, own, check));
    } catch (error) {
      log("warn", "domain_not_checked", { supplierId: own.supplierId, ...describeError(error) });
    }
  }
}

/** The verified domains of sender addresses that were checked more than a day ago, those checked longest ago first. */
async function findDue(at: Date): Promise<OwnDomain[]> {
  const checkedAt = sql<string | null>`${suppliers.domainCheck} ->> 'at'`;
  const rows = await withViewer(JOB, (tx) =>
    tx
      .select({ supplierId: suppliers.id, domain: suppliers.verifiedDomain })
      .from(suppliers)
      .where(
        and(
          isNotNull(suppliers.verifiedDomain),
          sql`lower(split_part(${suppliers.senderAddress}, '@', 2)) = ${suppliers.verifiedDomain}`,
          or(isNull(checkedAt), lt(checkedAt, new Date(at.getTime() - DAY_MS).toISOString())),
        ),
      )
      .orderBy(sql`${checkedAt} asc nulls first`)
      .limit(DOMAINS_A_RUN),
  );
  return rows.flatMap(({ supplierId, domain }) => (domain === null ? [] : [{ supplierId, domain }]));
}

async function checkNow({ supplierId, domain }: OwnDomain): Promise<DomainCheck> {
  const { verdict, lines } = await askProvider(domain, () => Promise.resolve(false));
  return {
    domain,
    at: now().toISOString(),
    provider: verdict,
    lines: await findDnsRecords([ownershipLine(domain, { supplierId }), ...lines, dmarcLine(domain)]),
  };
}

async function record(tx: Transaction, { supplierId, domain }: OwnDomain, check: DomainCheck): Promise<void> {
  const [stored] = await tx
    .select({ domainCheck: suppliers.domainCheck })
    .from(suppliers)
    .where(eq(suppliers.id, supplierId))
    .for("no key update");
  const before = readDomainCheck(stored?.domainCheck);
  const isLost = decideDomain(check, { isVerified: true, before }) === "lost";
  const [changed] = await tx
    .update(suppliers)
    .set({ domainCheck: check, ...(isLost && { verifiedDomain: null }) })
    .where(and(eq(suppliers.id, supplierId), eq(suppliers.verifiedDomain, domain)))
    .returning({ senderAddress: suppliers.senderAddress });
  if (!changed || !isLost) return;
  const at = now();
  await recordAudit(tx, JOB, {
    ...{ action: "sender_domain_lost", supplierId, subjectId: supplierId, at, details: { domain } },
  });
  const managers = await managersToTell(tx, supplierId);
  const supplier = await mailSupplier(tx, supplierId);
  await queueMails(
    tx,
    managers.map((manager) => ({
      ...{ id: uuidv7(), kind: "sender_domain_lost" as const },
      ...{ subjectId: uuidv5(`${supplierId} ${check.at}`, manager.userId) },
      ...{ ...manager, supplierId, accountId: null, at },
      props: { supplier, domain, sendsFrom: installationSender().address },
    })),
  );
}
