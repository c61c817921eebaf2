import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Locale } from "@/lib/languages";
import {
  MESSAGE_OUTCOMES,
  MESSAGE_SIDES,
  QUESTION_TOPICS,
  REQUEST_KINDS,
  REQUEST_STATES,
} from "@/lib/request-choices";
import { accounts } from "./accounts";
import { id, instant, isOneOf } from "./columns";
import { invoices } from "./invoices";
import { suppliers } from "./suppliers";
import { users } from "./users";

/**
 * A customer's request to its adviser: another address or preference (R20), a duplicate (R15), or a question. It is the
 * first message of its thread; the others are in `request_messages`.
 */
export const customerRequests = pgTable(
  "customer_requests",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    userId: uuid().notNull(),
    /**
     * The asking user's identifier when they asked, written by the database; null in rows from before this column
     * existed.
     */
    userIdentifier: text(),
    kind: text({ enum: REQUEST_KINDS }).notNull(),
    /** What a question is about; null for the other kinds. */
    topic: text({ enum: QUESTION_TOPICS }),
    /** The invoice of a question; null after the invoice was removed. */
    invoiceId: uuid(),
    /** The requested values, checked; their shape is defined in lib/requests. */
    wanted: jsonb().$type<Record<string, unknown>>().notNull(),
    message: text().notNull().default(""),
    state: text({ enum: REQUEST_STATES }).notNull().default("open"),
    /** The member of staff who takes care of it. */
    assigneeId: uuid(),
    /** The member of staff who is writing an answer, and until when colleagues see this. Others can still answer. */
    answeringUserId: uuid(),
    answeringUntil: instant(),
    createdAt: instant().notNull(),
    /** Since when the customer waits, or last waited, for an answer; the database sets it first to `createdAt`. */
    waitingSince: instant(),
    firstAnsweredAt: instant(),
    lastAnsweredAt: instant(),
    /** When somebody of the account last opened the thread. */
    readAt: instant(),
    closedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }),
    foreignKey({ columns: [t.assigneeId], foreignColumns: [users.id] }),
    foreignKey({ columns: [t.answeringUserId], foreignColumns: [users.id] }),
    foreignKey({ columns: [t.invoiceId], foreignColumns: [invoices.id] }).onDelete("set null"),
    unique("customer_requests_account_id").on(t.accountId, t.id),
    index("customer_requests_open")
      .on(t.supplierId, t.createdAt)
      .where(sql`state = 'open'`),
    index("customer_requests_waiting").on(t.supplierId, t.state, t.waitingSince, t.id),
    index("customer_requests_made").on(t.supplierId, t.createdAt),
    index("customer_requests_account").on(t.accountId, t.createdAt.desc()),
    index("customer_requests_invoice")
      .on(t.invoiceId)
      .where(sql`invoice_id is not null`),
    check("customer_requests_kind_choice", isOneOf(t.kind, REQUEST_KINDS)),
    check("customer_requests_topic_choice", isOneOf(t.topic, QUESTION_TOPICS)),
    check("customer_requests_topic_of_question", sql`(${t.kind} = 'question') = (${t.topic} is not null)`),
    check("customer_requests_state_choice", isOneOf(t.state, REQUEST_STATES)),
    check(
      "customer_requests_closed_dated",
      sql`(${t.state} in ('open', 'answered')) = (${t.closedAt} is null)`,
    ),
  ],
);

/** The messages in the thread of a request, after the request itself. They are never changed. */
export const requestMessages = pgTable(
  "request_messages",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    requestId: uuid().notNull(),
    side: text({ enum: MESSAGE_SIDES }).notNull(),
    authorId: uuid().notNull(),
    /** Identifier and name of the author at the time of the message; set by the database. */
    authorIdentifier: text().notNull().default(""),
    authorName: text().notNull().default(""),
    /** The decision that the message contains; the text may then be empty. */
    outcome: text({ enum: MESSAGE_OUTCOMES }),
    text: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    foreignKey({
      name: "request_messages_owner",
      columns: [t.supplierId, t.accountId],
      foreignColumns: [accounts.supplierId, accounts.id],
    }),
    foreignKey({
      name: "request_messages_request",
      columns: [t.accountId, t.requestId],
      foreignColumns: [customerRequests.accountId, customerRequests.id],
    }),
    foreignKey({ columns: [t.authorId], foreignColumns: [users.id] }),
    index("request_messages_thread").on(t.requestId, t.at, t.id),
    index("request_messages_account").on(t.accountId, t.at),
    check("request_messages_side_choice", isOneOf(t.side, MESSAGE_SIDES)),
    check("request_messages_outcome_choice", isOneOf(t.outcome, MESSAGE_OUTCOMES)),
    check("request_messages_says_something", sql`${t.text} <> '' or ${t.outcome} is not null`),
    check("request_messages_bounded", sql`length(${t.text}) <= 5000`),
  ],
);

/** A supplier's ready-made answer, with placeholders (lib/requests/fill-template.ts). */
export const answerTemplates = pgTable(
  "answer_templates",
  {
    id: id(),
    supplierId: uuid().notNull(),
    title: text().notNull(),
    /** By language; "" for a language without a text. */
    texts: jsonb().$type<Partial<Record<Locale, string>>>().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    unique("answer_templates_title").on(t.supplierId, t.title),
    check("answer_templates_titled", sql`btrim(${t.title}) <> '' and length(${t.title}) <= 100`),
  ],
);

/** Somebody outside the portal, such as a workshop, to whom a supplier's staff may pass a request on by mail. */
export const requestContacts = pgTable(
  "request_contacts",
  {
    id: id(),
    supplierId: uuid().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    unique("request_contacts_email").on(t.supplierId, t.email),
    check("request_contacts_named", sql`btrim(${t.name}) <> ''`),
    check("request_contacts_email_lower", sql`${t.email} = lower(${t.email})`),
  ],
);
