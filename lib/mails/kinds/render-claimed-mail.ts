import { todayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import type { SecretOf } from "@/lib/mails/outbox/load-secrets";
import type { ClaimedMail } from "@/lib/mails/outbox/shipment";
import { nameInMail } from "@/lib/mails/writing/clean-props";
import { latestEnd, MAILED_LINK_MINUTES, type TokenPurpose } from "@/lib/tokens/life-spans";
import { frameOf } from "./frame-of";
import type { QueuedProps } from "./mail-kinds";
import { renderMail } from "./render-mail";

/** Subject, HTML and text of a mail, from the props frozen in its row; its link is derived again. */
export function renderClaimedMail(mail: ClaimedMail, secretOf: SecretOf) {
  const { supplier } = mail.props;
  const frame = frameOf(supplier, mail.locale);
  const page = (path: string) => `${env().APP_URL}/${supplier.slug}${path}`;
  const lastDay = (purpose: TokenPurpose) =>
    todayIn(supplier.timeZone, latestEnd(purpose, mail.createdAt).getTime());
  switch (mail.kind) {
    case "activation": {
      const props = mail.props as QueuedProps["activation"];
      return renderMail({
        kind: "activation",
        props: {
          ...frame,
          ...props.account,
          passwordUrl: page(`/reset/${secretOf("activation", props.tokenId)}`),
          expiresOn: lastDay("activation"),
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
          validMinutes: MAILED_LINK_MINUTES,
          expiresBy: latestEnd("recovery", mail.createdAt).toISOString(),
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
          validMinutes: MAILED_LINK_MINUTES,
          expiresBy: latestEnd("attachment", mail.createdAt).toISOString(),
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
          expiresOn: lastDay("invitation"),
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
