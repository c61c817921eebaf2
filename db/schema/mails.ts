import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { LOCALES } from "@/lib/languages";
import { accounts } from "./accounts";
import { id, instant, isOneOf } from "./columns";
import { MAIL_REASONS } from "./mail-reasons";
import { suppliers } from "./suppliers";

const MAIL_STATES = ["queued", "sending", "sent", "dead", "uncertain", "cancelled"] as const;
/** Why a queued mail waits although nothing is wrong with it (lib/mails/outbox/hold-mails.ts). */
const HELD_FOR = ["suspended", "paused", "steps"] as const;
export const PAUSE_CAUSES = ["bounces", "complaints"] as const;
const DELIVERY_STATES = [
  "queued",
  "sent",
  "delivered",
  "delayed",
  "bounced",
  "complained",
  "undeliverable",
] as const;

/**
 * Mails of one supplier sent in one request, ordered by id, with the batch's id as idempotency key. A batch that may
 * have arrived is frozen and retried as a whole; one that certainly did not arrive is dissolved.
 */
export const mailBatches = pgTable(
  "mail_batches",
  {
    id: id(),
    supplierId: uuid().notNull(),
    tries: integer().notNull().default(0),
    nextTryAt: instant().notNull(),
    leasedUntil: instant(),
    mayHaveArrivedSince: instant(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    index("mail_batches_due")
      .on(t.nextTryAt)
      .where(sql`ended_at is null`),
  ],
);

/**
 * A mail to send, once per (account, kind, subject, generation). It is rendered from its props when it is sent. The
 * kinds and the props of each are defined in `lib/mails/kinds`.
 */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    /** Null for a mail of the installation itself, to an operator. Such a mail is never part of a batch. */
    supplierId: uuid(),
    accountId: uuid(),
    userId: uuid(),
    kind: text().notNull(),
    subjectId: uuid().notNull(),
    generation: integer().notNull().default(1),
    recipient: text().notNull(),
    locale: text({ enum: LOCALES }).notNull(),
    props: jsonb().$type<Record<string, unknown>>().notNull(),
    state: text({ enum: MAIL_STATES }).notNull(),
    tries: integer().notNull().default(0),
    nextTryAt: instant().notNull(),
    leasedUntil: instant(),
    /** Copied from its kind: a user waits for it, so it is sent before all others. */
    isUrgent: boolean().notNull().default(false),
    /** Start of the first try without a clear answer, or whose sender process died (security T21). */
    mayHaveArrivedSince: instant(),
    /** Never part of a batch: urgent, with attachments, or from a batch that was refused. */
    isSentAlone: boolean("travels_alone").notNull().default(false),
    /** Set while the mail is in a request with others, and kept when that request was accepted or left in doubt. */
    batchId: uuid(),
    providerMessageId: text(),
    sentAt: instant(),
    /** The error of the last try, in technical words without addresses. */
    failure: text(),
    /** The reason why it was not sent, or may not have been; null before its end. */
    reason: text({ enum: MAIL_REASONS }),
    createdAt: instant().notNull(),
    /**
     * Set while it waits, and then `nextTryAt` is later: `suspended`, `paused`: until the supplier's mails leave again;
     * `steps`: until its turn among the first activations. Kept after the turn has come, so that a mail takes one turn.
     */
    heldFor: text({ enum: HELD_FOR }),
    /** When it could leave again after it was held, or after an operator let it be tried again; null for others. */
    sendableSince: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    foreignKey({ columns: [t.batchId], foreignColumns: [mailBatches.id] }),
    unique("mails_once").on(t.accountId, t.kind, t.subjectId, t.generation).nullsNotDistinct(),
    unique("mails_provider_message").on(t.providerMessageId),
    index("mails_due")
      .on(t.isUrgent.desc().nullsFirst(), t.nextTryAt)
      .where(sql`state in ('queued', 'sending') and batch_id is null`),
    // The turns of the suppliers (lib/mails/outbox/find-fair-turn.ts).
    index("mails_due_of_supplier")
      .on(t.supplierId, t.nextTryAt)
      .where(sql`state in ('queued', 'sending') and batch_id is null and not is_urgent`),
    // Since when mails wait (db/functions/operator-health.sql).
    index("mails_waiting")
      .on(sql`greatest(created_at, sendable_since, case when held_for is not null then next_try_at end)`)
      .where(sql`state in ('queued', 'sending') and batch_id is null`),
    index("mails_batch")
      .on(t.batchId)
      .where(sql`batch_id is not null`),
    index("mails_account").on(t.accountId, t.createdAt.desc()),
    // For the list of the mails of the last days (lib/console).
    index("mails_sent_lately")
      .on(t.supplierId, t.sentAt.desc())
      .where(sql`sent_at is not null`),
    // For the invoices that an account missed (lib/notifications/find-missed.ts).
    index("mails_not_sent")
      .on(t.accountId)
      .where(sql`state in ('dead', 'uncertain', 'cancelled')`),
    // The operators' list of mails that were not sent (lib/health).
    index("mails_failed")
      .on(t.createdAt.desc(), t.id.desc())
      .where(sql`state in ('dead', 'uncertain')`),
    index("mails_supplier").on(t.supplierId, t.createdAt.desc(), t.id.desc()),
    index("mails_held")
      .on(t.supplierId, t.heldFor)
      .where(sql`held_for is not null and state = 'queued'`),
    index("mails_first_activations")
      .on(t.supplierId, t.accountId)
      .where(sql`kind = 'activation' and generation = 1 and state = 'queued' and tries = 0`),
    // Those without a turn, so that giving turns to many never reads those that have one.
    index("mails_without_turn")
      .on(t.supplierId, t.createdAt, t.id)
      .where(
        sql`kind = 'activation' and generation = 1 and state = 'queued' and tries = 0 and held_for is null`,
      ),
    check(
      "mails_of_installation",
      sql`${t.supplierId} is not null or (${t.accountId} is null and ${t.isSentAlone})`,
    ),
    check("mails_state_choice", isOneOf(t.state, MAIL_STATES)),
    check("mails_held_for_choice", isOneOf(t.heldFor, HELD_FOR)),
  ],
);

/** How a supplier's mails leave: paused or not, and the growing steps of first activations. A row when it matters. */
export const supplierSending = pgTable(
  "supplier_sending",
  {
    supplierId: uuid().primaryKey(),
    /** Since when its mails that nobody waits for are paused; null when they leave. */
    pausedAt: instant(),
    pauseCause: text({ enum: PAUSE_CAUSES }),
    /** When an operator ended the last pause: older bounces and complaints do not count any more. */
    resumedAt: instant(),
    /** The start of the present steps of first activations, and how many of these mails have a turn in them. */
    stepsStartedAt: instant(),
    stepsTaken: integer().notNull().default(0),
    /** Orders the suppliers: the one with the smallest number was served longest ago. Null before its first turn. */
    lastTurn: bigint({ mode: "bigint" }),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    check("supplier_sending_cause_choice", isOneOf(t.pauseCause, PAUSE_CAUSES)),
    check("supplier_sending_pause_has_cause", sql`(${t.pausedAt} is null) = (${t.pauseCause} is null)`),
  ],
);

/** The delivery of a mail as reported by the provider; its state only moves forward. */
export const deliveries = pgTable(
  "deliveries",
  {
    mailId: uuid().primaryKey(),
    supplierId: uuid(),
    accountId: uuid(),
    state: text({ enum: DELIVERY_STATES }).notNull(),
    reason: text({ enum: MAIL_REASONS }),
    /**
     * Why the mail came back from a mailbox to which the recipient forwards mails; the recipient received it anyway.
     */
    forwardReason: text({ enum: MAIL_REASONS }),
    /** As in `mail_addresses`. */
    serverAnswer: text(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.mailId], foreignColumns: [mails.id] }),
    index("deliveries_problems")
      .on(t.supplierId, t.updatedAt.desc())
      .where(sql`state in ('delayed', 'bounced', 'complained', 'undeliverable')`),
    index("deliveries_missing")
      .on(t.accountId)
      .where(sql`state in ('bounced', 'undeliverable')`),
    index("deliveries_uncertain")
      .on(t.supplierId, t.updatedAt.desc())
      .where(sql`state = 'queued' and reason = 'answer_unknown'`),
    index("deliveries_forwarded")
      .on(t.supplierId, t.updatedAt.desc())
      .where(sql`forward_reason is not null`),
    check("deliveries_state_choice", isOneOf(t.state, DELIVERY_STATES)),
  ],
);
