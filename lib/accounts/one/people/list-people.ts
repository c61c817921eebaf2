import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { mailAddresses } from "@/db/schema/mail-addresses";
import { deliveries, mails } from "@/db/schema/mails";
import { tokens } from "@/db/schema/tokens";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { PER_IDENTIFIER } from "@/lib/limits/throttle";
import { statusOf } from "@/lib/mails/deliveries/mail-status";
import { WITH_TOKEN } from "@/lib/mails/kinds/mail-kinds";
import { HAS_SECOND_FACTOR } from "@/lib/sign-in/second-factor/find-second-factor";
import { tokenEnd } from "@/lib/tokens/life-spans";
import { accessOf } from "@/lib/users/colleague";
import { COLLEAGUE_COLUMNS } from "@/lib/users/list-colleagues";
import { signInObstacles } from "./sign-in-obstacle";

export type PersonOfAccount = Awaited<ReturnType<typeof listPeople>>[number];

/** At most this many links are read, the newest first. Few links of one person are still valid at a time. */
const MAX_LINKS = 200;

/**
 * Lists the users of an account of the supplier with what keeps each from signing in now: those with access first, by
 * role and name.
 */
export function listPeople(viewer: StaffUser, accountId: string) {
  const at = now();
  return withViewer(viewer, async (tx) => {
    const [people, blocked, links, stopped] = await Promise.all([
      selectPeople(tx, viewer, accountId),
      selectBlocked(tx, accountId, at),
      selectOpenLinks(tx, viewer, accountId),
      selectStopped(tx, viewer, accountId),
    ]);
    return people.map((person) => {
      const {
        mustChangePassword: _must,
        defaultPasswordExpiresAt: _until,
        passwordChangedAt,
        ...shown
      } = person;
      const { access, accessUntil } = accessOf(person, at);
      const link = links.find(({ userId, email, createdAt, end }) => {
        const isTheirs = userId === null ? email === person.email : userId === person.id;
        return isTheirs && end > at && (passwordChangedAt === null || createdAt >= passwordChangedAt);
      });
      return {
        ...shown,
        access,
        obstacles: signInObstacles({
          access,
          accessUntil,
          email: person.email,
          blocked: blocked.get(person.id) ?? null,
          link: link ? { ...link.mail, until: link.end } : null,
          address: (person.email && stopped.get(person.email)) || null,
        }),
      };
    });
  });
}

function selectPeople(tx: Transaction, viewer: StaffUser, accountId: string) {
  return tx
    .select({ ...COLLEAGUE_COLUMNS, hasSecondFactor: HAS_SECOND_FACTOR })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .where(and(eq(accounts.supplierId, viewer.supplierId), eq(users.accountId, accountId)))
    .orderBy(asc(users.status), asc(users.role), asc(users.name), asc(users.identifier));
}

async function selectBlocked(tx: Transaction, accountId: string, at: Date) {
  const { scope, windowSeconds, free, max, baseSeconds, longestSeconds } = PER_IDENTIFIER;
  const rows = await tx.execute<{ user_id: string; until: string; attempts: number }>(sql`
    select user_id, extract(epoch from blocked_until) * 1000 as until, attempts from auth_blocked_users(
      ${accountId}, ${scope}, ${at.toISOString()}::timestamptz, make_interval(secs => ${windowSeconds}), ${free}, ${max},
      make_interval(secs => ${baseSeconds}), make_interval(secs => ${longestSeconds}))`);
  return new Map(
    rows.map((row) => [row.user_id, { until: new Date(Number(row.until)), attempts: row.attempts }]),
  );
}

/** The links with which somebody of the account can choose a password, with the delivery state of their mails; newest first. */
async function selectOpenLinks(tx: Transaction, viewer: StaffUser, accountId: string) {
  const rows = await tx
    .select({
      userId: tokens.userId,
      email: tokens.email,
      purpose: tokens.purpose,
      createdAt: tokens.createdAt,
      expiresAt: tokens.expiresAt,
      queuedAt: mails.createdAt,
      sentAt: mails.sentAt,
      mailState: mails.state,
      ownReason: mails.reason,
      deliveryState: deliveries.state,
      reason: deliveries.reason,
      updatedAt: deliveries.updatedAt,
    })
    .from(mails)
    .innerJoin(tokens, eq(tokens.id, sql`(${mails.props} ->> 'tokenId')::uuid`))
    .leftJoin(deliveries, eq(deliveries.mailId, mails.id))
    .where(
      and(
        eq(mails.supplierId, viewer.supplierId),
        eq(mails.accountId, accountId),
        inArray(mails.kind, [...WITH_TOKEN]),
        isNull(tokens.consumedAt),
      ),
    )
    .orderBy(desc(mails.createdAt))
    .limit(MAX_LINKS);
  return rows.map(({ userId, email, purpose, createdAt, expiresAt, ...mail }) => ({
    userId,
    email,
    createdAt,
    end: tokenEnd({ purpose, createdAt, expiresAt }),
    mail: {
      sentAt: mail.sentAt ?? mail.queuedAt,
      deliveredAt: mail.deliveryState === "delivered" ? mail.updatedAt : null,
      status: statusOf({ ...mail, reason: mail.reason ?? mail.ownReason }),
    },
  }));
}

async function selectStopped(tx: Transaction, viewer: StaffUser, accountId: string) {
  const rows = await tx
    .select({ email: mailAddresses.email, state: mailAddresses.state, at: mailAddresses.at })
    .from(mailAddresses)
    .innerJoin(users, eq(users.email, mailAddresses.email))
    .where(and(eq(mailAddresses.supplierId, viewer.supplierId), eq(users.accountId, accountId)));
  return new Map(rows.map(({ email, ...state }) => [email, state]));
}
