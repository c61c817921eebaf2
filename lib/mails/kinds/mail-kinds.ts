import { activation } from "./activation";
import { addressChanged } from "./address-changed";
import { attachment } from "./attachment";
import type { MailKindDefinition } from "./define-mail-kind";
import { digest } from "./digest";
import { expiryWarning } from "./expiry-warning";
import { invitation } from "./invitation";
import type { MailSample } from "./mail-sample";
import { notificationAttachment } from "./notification-attachment";
import { notificationLink } from "./notification-link";
import { passwordChanged } from "./password-changed";
import { recovery } from "./recovery";
import { requestMade } from "./request-made";
import { requestReceived } from "./request-received";

/** Every kind of mail the portal sends. A new one has its file in this folder and its line here. */
const KINDS = [
  activation,
  recovery,
  attachment,
  invitation,
  notificationLink,
  notificationAttachment,
  digest,
  expiryWarning,
  addressChanged,
  passwordChanged,
  requestReceived,
  requestMade,
] as const;

export const MAIL_KINDS: readonly MailKindDefinition[] = KINDS;

export type MailKind = (typeof KINDS)[number]["kind"];

/** A kind together with what its rows hold. */
export type QueuedMail = QueuedOf<(typeof KINDS)[number]>;

type QueuedOf<Definition> =
  Definition extends MailKindDefinition<infer Kind, infer Queued> ? { kind: Kind; props: Queued } : never;

/** What the rows of one kind hold. */
export type QueuedProps<Kind extends MailKind> = Extract<QueuedMail, { kind: Kind }>["props"];

const byName = new Map(MAIL_KINDS.map((definition) => [definition.kind, definition]));

/** Undefined for a name that this version of the portal does not know. */
export function findMailKind(name: string): MailKindDefinition | undefined {
  return byName.get(name);
}

/** The name as a kind of this version of the portal, or null. */
export function knownKind(name: string): MailKind | null {
  return KINDS.find(({ kind }) => kind === name)?.kind ?? null;
}

const namesWhere = (is: (definition: MailKindDefinition) => boolean): readonly string[] =>
  MAIL_KINDS.filter(is).map(({ kind }) => kind);

export const ABOUT_INVOICES = namesWhere(({ about }) => about === "invoices");

export const isAboutInvoices = (name: string): boolean => ABOUT_INVOICES.includes(name);

/** Kinds with a link that works once. */
export const WITH_TOKEN = namesWhere(({ tokenPurpose }) => tokenPurpose !== null);

/** What everybody of an account sees in the list of its recent mails. */
export const LISTED_FOR_ACCOUNT = namesWhere(({ listedFor }) => listedFor === "account");

/** What its administrators see there. */
export const LISTED_FOR_ADMINISTRATORS = namesWhere(({ listedFor }) => listedFor !== "nobody");

/** A mail of every kind, in every way it can turn out. */
export const MAIL_SAMPLES: readonly MailSample[] = MAIL_KINDS.flatMap(({ samples }) => samples);
