import type { MailFrame } from "@/emails/mail-frame";
import { todayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import { storage } from "@/lib/storage/storage";
import { deriveAccent } from "@/lib/suppliers/accent";
import { nameInMail } from "./clean-props";
import type { SecretOf } from "./load-secrets";
import type { MailSupplier, QueuedProps } from "./mail-kinds";
import type { OutgoingMail } from "./outgoing-mail";
import { renderMail } from "./render-mail";
import type { ClaimedMail } from "./shipment";

const accents = new Map<string, ReturnType<typeof deriveAccent>>();
/** Of a recovery, and of an attachment. */
const LINK_MINUTES = 60;
const LINK_LONGEST_MS = 24 * 3_600_000;
const ACTIVATION_MS = 14 * 86_400_000;
const INVITATION_MS = 7 * 86_400_000;

/** The mail as it goes out: rendered from the props frozen in its row, its link derived again. The same at every try. */
export async function composeMail(mail: ClaimedMail, secretOf: SecretOf): Promise<OutgoingMail> {
  const { supplier } = mail.props;
  const { subject, html, text } = render(mail, secretOf);
  return {
    from: { name: supplier.senderName, address: supplier.senderAddress },
    replyTo:
      ("asker" in mail.props && "email" in mail.props.asker && mail.props.asker.email) || supplier.replyTo,
    to: mail.recipient,
    subject,
    html,
    text,
    headers: { "Auto-Submitted": "auto-generated" },
    attachments: await attachmentsOf(mail),
  };
}

async function attachmentsOf(mail: ClaimedMail): Promise<OutgoingMail["attachments"]> {
  const original = "original" in mail.props ? mail.props.original : null;
  if (!original?.isAttached) return [];
  const stream = await storage().read(original.storageKey);
  if (!stream) throw new Error("The original of a mail is missing from storage.");
  const content = new Uint8Array(await new Response(stream).arrayBuffer());
  return [{ fileName: original.fileName, mediaType: original.mediaType, content }];
}

function render(mail: ClaimedMail, secretOf: SecretOf) {
  const { supplier } = mail.props;
  const frame = frameOf(supplier, mail.locale);
  const page = (path: string) => `${env().APP_URL}/${supplier.slug}${path}`;
  switch (mail.kind) {
    case "activation": {
      const props = mail.props as QueuedProps["activation"];
      return renderMail({
        kind: "activation",
        props: {
          ...frame,
          ...props.account,
          passwordUrl: page(`/reset/${secretOf("activation", props.tokenId)}`),
          expiresOn: todayIn(supplier.timeZone, mail.createdAt.getTime() + ACTIVATION_MS),
          signInUrl: page(""),
        },
      });
    }
    case "recovery": {
      const props = mail.props as QueuedProps["recovery"];
      return renderMail({
        kind: "recovery",
        props: {
          ...frame,
          requestedAt: props.requestedAt,
          validMinutes: LINK_MINUTES,
          expiresBy: new Date(mail.createdAt.getTime() + LINK_LONGEST_MS).toISOString(),
          passwordUrl: page(`/reset/${secretOf("recovery", props.tokenId)}`),
        },
      });
    }
    case "attachment": {
      const { account, asker, tokenId } = mail.props as QueuedProps["attachment"];
      return renderMail({
        kind: "attachment",
        props: {
          ...frame,
          ...account,
          asker: { ...asker, companyName: nameInMail(asker.companyName) },
          validMinutes: LINK_MINUTES,
          expiresBy: new Date(mail.createdAt.getTime() + LINK_LONGEST_MS).toISOString(),
          attachUrl: `${env().APP_URL}/profile/companies/attach/${secretOf("attachment", tokenId)}`,
        },
      });
    }
    case "notification_link": {
      const props = mail.props as QueuedProps["notification_link"];
      return renderMail({ kind: "notification_link", props: { ...frame, ...notification(props, secretOf) } });
    }
    case "notification_attachment": {
      const props = mail.props as QueuedProps["notification_attachment"];
      return renderMail({
        kind: "notification_attachment",
        props: { ...frame, ...notification(props, secretOf), original: props.original },
      });
    }
    case "digest": {
      const { account, day, documents, link, retentionMonths } = mail.props as QueuedProps["digest"];
      const allUrl = linkUrl(link.id, secretOf);
      return renderMail({
        kind: "digest",
        props: {
          ...frame,
          ...account,
          day,
          documents: documents.map((one) => ({ ...one, openUrl: `${allUrl}#${one.invoiceId}` })),
          allUrl,
          opensUntil: link.until,
          retentionMonths,
        },
      });
    }
    case "address_changed": {
      const { account, changedOn, told } = mail.props as QueuedProps["address_changed"];
      return renderMail({ kind: "address_changed", props: { ...frame, ...account, changedOn, told } });
    }
    case "request_received": {
      const { account, askedAt, asked } = mail.props as QueuedProps["request_received"];
      return renderMail({ kind: "request_received", props: { ...frame, ...account, askedAt, asked } });
    }
    case "request_made": {
      const { account, askedAt, asked, asker, present } = mail.props as QueuedProps["request_made"];
      return renderMail({
        kind: "request_made",
        props: {
          ...frame,
          contact: null,
          ...account,
          askedAt,
          asked,
          asker: { ...asker, name: nameInMail(asker.name) },
          present,
        },
      });
    }
    case "invitation": {
      const { tokenId, companyName, inviterName, identifier } = mail.props as QueuedProps["invitation"];
      return renderMail({
        kind: "invitation",
        props: {
          ...frame,
          companyName,
          // An identifier that stands for a missing name is as long as an address, and may be one.
          inviterName: nameInMail(inviterName),
          identifier,
          passwordUrl: page(`/reset/${secretOf("invitation", tokenId)}`),
          expiresOn: todayIn(supplier.timeZone, mail.createdAt.getTime() + INVITATION_MS),
          signInUrl: page(""),
        },
      });
    }
    case "expiry_warning": {
      const { account, count, firstUntil, documents } = mail.props as QueuedProps["expiry_warning"];
      const takeUrl = `${env().APP_URL}/invoices/archive`;
      return renderMail({
        kind: "expiry_warning",
        props: { ...frame, ...account, count, firstUntil, documents, takeUrl },
      });
    }
    case "password_changed": {
      const props = mail.props as QueuedProps["password_changed"];
      return renderMail({
        kind: "password_changed",
        props: {
          ...frame,
          accounts: props.accounts,
          changedAt: props.changedAt,
          recoverUrl: page("/recover"),
        },
      });
    }
  }
}

/** What the two mails about one invoice share: the document, and where its link leads (R19). */
function notification({ account, document, link }: QueuedProps["notification_link"], secretOf: SecretOf) {
  const signInUrl = `${env().APP_URL}/invoices/${document.invoiceId}`;
  return {
    ...account,
    document: { ...document, openUrl: link ? linkUrl(link.id, secretOf) : signInUrl },
    opening: link ? ({ through: "direct", until: link.until } as const) : ({ through: "sign_in" } as const),
    keptUntil: document.keptUntil,
  };
}

const linkUrl = (linkId: string, secretOf: SecretOf) => `${env().APP_URL}/d/${secretOf("link", linkId)}`;

function frameOf(supplier: MailSupplier, locale: "fr" | "en"): MailFrame {
  const page = (path: string) => `${env().APP_URL}/${supplier.slug}${path}`;
  return {
    locale,
    timeZone: supplier.timeZone,
    supplier: {
      name: supplier.name,
      senderAddress: supplier.senderAddress,
      colors: accentOf(supplier.brandColor),
    },
    contact: { name: null, phone: supplier.contactPhone || null, email: supplier.contactEmail },
    helpUrl: page("/help"),
    noticeUrl: page("/legal/notice"),
    privacyUrl: page("/legal/privacy"),
  };
}

/** A supplier's colours cost as much as a tenth of a mail: derived once. */
function accentOf(brandColor: string): ReturnType<typeof deriveAccent> {
  const known = accents.get(brandColor) ?? deriveAccent(brandColor);
  accents.set(brandColor, known);
  return known;
}
