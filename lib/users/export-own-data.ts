import { and, asc, eq, notInArray, or } from "drizzle-orm";
import { auditEvents } from "@/db/schema/audit-events";
import { customerRequests, requestMessages } from "@/db/schema/customer-requests";
import { invoiceReadings, invoices } from "@/db/schema/invoices";
import { knownDevices } from "@/db/schema/known-devices";
import { deliveries, mails } from "@/db/schema/mails";
import { savedFilters } from "@/db/schema/saved-filters";
import { sessions } from "@/db/schema/sessions";
import { invoiceTakings } from "@/db/schema/takings";
import { users } from "@/db/schema/users";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";

/**
 * Returns all data about the signed-in person, machine-readable (GDPR, articles 15 and 20): user, sessions, known
 * browsers, readings, saved filters, requests, messages, journal and mails. It contains no hashes and no keys, so the
 * file gives access to nothing. Instants are ISO 8601 in UTC.
 */
export function exportOwnData({ viewer, account, supplier }: CustomerSession) {
  const { userId, accountId } = viewer;
  return withViewer(viewer, async (tx) => {
    const [user] = await tx
      .select({
        identifier: users.identifier,
        name: users.name,
        email: users.email,
        emailVerifiedAt: users.emailVerifiedAt,
        role: users.role,
        locale: users.locale,
        historyMonths: users.historyMonths,
        passwordChangedAt: users.passwordChangedAt,
        lastSignInAt: users.lastSignInAt,
        createdAt: users.createdAt,
      })
      .from(users)
      .where(eq(users.id, userId));
    if (!user) throw new Error("The signed-in user was not found.");
    return {
      exportedAt: now(),
      supplier: { name: supplier.name, portal: supplier.slug },
      account: { customerNumber: account.customerNumber, companyName: account.companyName },
      user,
      sessions: await tx
        .select({
          startedAt: sessions.createdAt,
          lastSeenAt: sessions.lastSeenAt,
          expiresAt: sessions.expiresAt,
          endedAt: sessions.endedAt,
          address: sessions.ip,
          userAgent: sessions.userAgent,
        })
        .from(sessions)
        .where(eq(sessions.userId, userId))
        .orderBy(asc(sessions.createdAt)),
      knownDevices: await tx
        .select({ knownSince: knownDevices.knownSince, lastUsedAt: knownDevices.lastUsedAt })
        .from(knownDevices)
        .where(eq(knownDevices.userId, userId))
        .orderBy(asc(knownDevices.knownSince)),
      readings: await tx
        .select({
          invoice: invoices.number,
          seenAt: invoiceReadings.seenAt,
          downloadedAt: invoiceReadings.downloadedAt,
        })
        .from(invoiceReadings)
        .innerJoin(invoices, eq(invoices.id, invoiceReadings.invoiceId))
        .where(and(eq(invoiceReadings.userId, userId), eq(invoiceReadings.accountId, accountId)))
        .orderBy(asc(invoices.number)),
      takings: await tx
        .select({
          invoice: invoices.number,
          how: invoiceTakings.way,
          proof: invoiceTakings.proof,
          takenAt: invoiceTakings.takenAt,
          undoneAt: invoiceTakings.undoneAt,
        })
        .from(invoiceTakings)
        .innerJoin(invoices, eq(invoices.id, invoiceTakings.invoiceId))
        .where(and(eq(invoiceTakings.userId, userId), eq(invoiceTakings.accountId, accountId)))
        .orderBy(asc(invoices.number)),
      savedFilters: await tx
        .select({ name: savedFilters.name, query: savedFilters.query, createdAt: savedFilters.createdAt })
        .from(savedFilters)
        .where(eq(savedFilters.userId, userId))
        .orderBy(asc(savedFilters.createdAt)),
      requests: await tx
        .select({
          kind: customerRequests.kind,
          topic: customerRequests.topic,
          wanted: customerRequests.wanted,
          message: customerRequests.message,
          state: customerRequests.state,
          createdAt: customerRequests.createdAt,
          closedAt: customerRequests.closedAt,
        })
        .from(customerRequests)
        .where(and(eq(customerRequests.userId, userId), eq(customerRequests.accountId, accountId)))
        .orderBy(asc(customerRequests.createdAt)),
      messages: await tx
        .select({ requestId: requestMessages.requestId, text: requestMessages.text, at: requestMessages.at })
        .from(requestMessages)
        .where(and(eq(requestMessages.authorId, userId), eq(requestMessages.accountId, accountId)))
        .orderBy(asc(requestMessages.at)),
      journal: await tx
        .select({
          at: auditEvents.at,
          action: auditEvents.action,
          by: auditEvents.actorKind,
          details: auditEvents.details,
        })
        .from(auditEvents)
        .where(
          and(
            eq(auditEvents.accountId, accountId),
            or(eq(auditEvents.actorId, userId), eq(auditEvents.subjectId, userId)),
          ),
        )
        .orderBy(asc(auditEvents.at)),
      mails: await tx
        .select({
          kind: mails.kind,
          recipient: mails.recipient,
          queuedAt: mails.createdAt,
          sentAt: mails.sentAt,
          state: mails.state,
          delivery: deliveries.state,
          deliveredOrRefusedAt: deliveries.updatedAt,
        })
        .from(mails)
        .leftJoin(deliveries, eq(deliveries.mailId, mails.id))
        .where(
          and(
            eq(mails.accountId, accountId),
            // These mails went to the adviser.
            notInArray(mails.kind, ["request_made", "request_message"]),
            user.email === null
              ? eq(mails.userId, userId)
              : or(eq(mails.userId, userId), eq(mails.recipient, user.email)),
          ),
        )
        .orderBy(asc(mails.createdAt)),
    };
  });
}
