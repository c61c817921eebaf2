import { accessChanged } from "./access-changed";
import { activation } from "./activation";
import { addressChanged } from "./address-changed";
import { alert } from "./alert";
import { attachment } from "./attachment";
import { attachmentChanged } from "./attachment-changed";
import type { MailKindDefinition } from "./define-mail-kind";
import { depositsRefused } from "./deposits-refused";
import { digest } from "./digest";
import { expiryWarning } from "./expiry-warning";
import { invitation } from "./invitation";
import type { MailSample } from "./mail-sample";
import { mailsPaused } from "./mails-paused";
import { missedInvoices } from "./missed-invoices";
import { notificationAttachment } from "./notification-attachment";
import { notificationLink } from "./notification-link";
import { passwordChanged } from "./password-changed";
import { recovery } from "./recovery";
import { requestAnswered } from "./request-answered";
import { requestMade } from "./request-made";
import { requestMessage } from "./request-message";
import { requestPassedOn } from "./request-passed-on";
import { requestReceived } from "./request-received";
import { senderDomainLost } from "./sender-domain-lost";

/** All kinds of mail the portal sends. A new kind needs a file in this folder and a line here. */
const KINDS = [
  activation,
  recovery,
  attachment,
  attachmentChanged,
  invitation,
  notificationLink,
  notificationAttachment,
  digest,
  missedInvoices,
  expiryWarning,
  addressChanged,
  passwordChanged,
  accessChanged,
  mailsPaused,
  senderDomainLost,
  requestReceived,
  requestMade,
  requestMessage,
  requestAnswered,
  requestPassedOn,
  alert,
  depositsRefused,
] as const;

export const MAIL_KINDS: readonly MailKindDefinition[] = KINDS;

export type MailKind = (typeof KINDS)[number]["kind"];

/** A kind together with the props of its rows. */
export type QueuedMail = QueuedOf<(typeof KINDS)[number]>;

type QueuedOf<Definition> =
  Definition extends MailKindDefinition<infer Kind, infer Queued> ? { kind: Kind; props: Queued } : never;

/** The props of the rows of one kind. */
export type QueuedProps<Kind extends MailKind> = Extract<QueuedMail, { kind: Kind }>["props"];

const byName = new Map(MAIL_KINDS.map((definition) => [definition.kind, definition]));

/** Finds a kind by name; undefined for a name that this version of the portal does not know. */
export function findMailKind(name: string): MailKindDefinition | undefined {
  return byName.get(name);
}

/** Returns the name if it is a kind of this version of the portal, else null. */
export function knownKind(name: string): MailKind | null {
  return KINDS.find(({ kind }) => kind === name)?.kind ?? null;
}

const namesWhere = (matches: (definition: MailKindDefinition) => boolean): readonly string[] =>
  MAIL_KINDS.filter(matches).map(({ kind }) => kind);

export const SENT_TO_ACCOUNT = namesWhere(({ sentTo }) => sentTo === "account");

export const isSentToAccount = (name: string): boolean => SENT_TO_ACCOUNT.includes(name);

/** The kinds that always wait while their supplier is suspended or its mails are paused. */
export const WAITING_IN_PAUSE = namesWhere(({ waitsInPause }) => waitsInPause === "always");

/** The kinds of which only the first mail waits. */
export const FIRST_WAITING_IN_PAUSE = namesWhere(({ waitsInPause }) => waitsInPause === "first");

/** Whether this mail waits while its supplier is suspended or its mails are paused. */
export const waitsInPause = ({ kind, generation }: { kind: string; generation: number }): boolean =>
  WAITING_IN_PAUSE.includes(kind) || (generation === 1 && FIRST_WAITING_IN_PAUSE.includes(kind));

/** The kinds with a single-use link. */
export const WITH_TOKEN = namesWhere(({ tokenPurpose }) => tokenPurpose !== null);

/** The kinds that all users of an account see in the list of its recent mails. */
export const LISTED_FOR_ACCOUNT = namesWhere(({ listedFor }) => listedFor === "account");

/** The kinds that the administrators of an account see in that list. */
export const LISTED_FOR_ADMINISTRATORS = namesWhere(({ listedFor }) => listedFor !== "nobody");

/** Samples of all kinds of mail, with all their variants. */
export const MAIL_SAMPLES: readonly MailSample[] = MAIL_KINDS.flatMap(({ samples }) => samples);
