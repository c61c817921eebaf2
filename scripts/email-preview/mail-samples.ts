import * as activation from "@/emails/activation";
import * as addressChanged from "@/emails/address-changed";
import * as attachment from "@/emails/attachment";
import * as digest from "@/emails/digest";
import * as expiryWarning from "@/emails/expiry-warning";
import * as invitation from "@/emails/invitation";
import * as notificationAttachment from "@/emails/notification-attachment";
import * as notificationLink from "@/emails/notification-link";
import * as passwordChanged from "@/emails/password-changed";
import * as recovery from "@/emails/recovery";
import * as requestAccepted from "@/emails/request-accepted";
import * as requestMade from "@/emails/request-made";
import * as requestReceived from "@/emails/request-received";
import type { MailProps } from "@/lib/mails/kinds/render-mail";

/** A mail to look at, named after what it shows. */
export type MailSample = {
  [Kind in keyof MailProps]: { name: string; kind: Kind; props: MailProps[Kind] };
}[keyof MailProps];

const creditNote = {
  ...notificationLink.PreviewProps.document,
  type: "credit_note",
  number: "AV-2026-0413",
  dueOn: null,
  totalWithVat: "154.80",
} as const;

const [firstInvoice, ...otherDocuments] = digest.PreviewProps.documents;

const askedDuplicate = {
  address: null,
  preference: null,
  document: { number: "FT-2024-080112", issuedOn: "2024-08-30" },
  message: [],
} as const;

/** Every template, in each of its variants. */
export const mailSamples: readonly MailSample[] = [
  { name: "activation", kind: "activation", props: activation.PreviewProps },
  { name: "recovery", kind: "recovery", props: recovery.PreviewProps },
  { name: "attachment", kind: "attachment", props: attachment.PreviewProps },
  { name: "notification-link", kind: "notification_link", props: notificationLink.PreviewProps },
  {
    name: "notification-link-direct-credit-note",
    kind: "notification_link",
    props: {
      ...notificationLink.PreviewProps,
      document: creditNote,
      opening: { through: "direct", until: "2027-02-23" },
    },
  },
  {
    name: "notification-attachment",
    kind: "notification_attachment",
    props: notificationAttachment.PreviewProps,
  },
  {
    name: "notification-attachment-too-large",
    kind: "notification_attachment",
    props: {
      ...notificationAttachment.PreviewProps,
      original: { fileName: "FT-2026-110610.pdf", bytes: 12_340_000, isAttached: false },
      opening: { through: "direct", until: "2027-02-23" },
    },
  },
  { name: "digest", kind: "digest", props: digest.PreviewProps },
  {
    name: "digest-one-invoice",
    kind: "digest",
    props: { ...digest.PreviewProps, documents: firstInvoice ? [firstInvoice] : [] },
  },
  {
    name: "digest-two-currencies",
    kind: "digest",
    props: {
      ...digest.PreviewProps,
      documents: [
        { ...creditNote, number: "AV-2026-0414", currency: "GBP", totalWithVat: "20.00" },
        { ...notificationLink.PreviewProps.document, number: "FT-2026-110620", currency: "GBP" },
        ...otherDocuments,
      ],
    },
  },
  { name: "address-changed-former", kind: "address_changed", props: addressChanged.PreviewProps },
  {
    name: "address-changed-former-keeps-access",
    kind: "address_changed",
    props: { ...addressChanged.PreviewProps, told: { address: "former", keepsAccess: true } },
  },
  {
    name: "address-changed-new",
    kind: "address_changed",
    props: { ...addressChanged.PreviewProps, told: { address: "new", preference: "digest" } },
  },
  { name: "expiry-warning", kind: "expiry_warning", props: expiryWarning.PreviewProps },
  {
    name: "expiry-warning-one",
    kind: "expiry_warning",
    props: {
      ...expiryWarning.PreviewProps,
      count: 1,
      documents: expiryWarning.PreviewProps.documents.slice(0, 1),
    },
  },
  { name: "password-changed", kind: "password_changed", props: passwordChanged.PreviewProps },
  {
    name: "password-changed-several",
    kind: "password_changed",
    props: {
      ...passwordChanged.PreviewProps,
      accounts: [
        ...passwordChanged.PreviewProps.accounts,
        { companyName: "Ateliers du Grand-Large SARL", identifier: "k7m-4pq" },
      ],
    },
  },
  { name: "invitation", kind: "invitation", props: invitation.PreviewProps },
  { name: "request-made", kind: "request_made", props: requestMade.PreviewProps },
  {
    name: "request-made-duplicate",
    kind: "request_made",
    props: {
      ...requestMade.PreviewProps,
      asked: askedDuplicate,
      asker: { ...requestMade.PreviewProps.asker, role: "member", email: null, isEmailProven: false },
    },
  },
  { name: "request-received", kind: "request_received", props: requestReceived.PreviewProps },
  {
    name: "request-received-duplicate",
    kind: "request_received",
    props: { ...requestReceived.PreviewProps, asked: askedDuplicate },
  },
  { name: "request-accepted", kind: "request_accepted", props: requestAccepted.PreviewProps },
];
