import type { ReactNode } from "react";
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
import { cleanProps, cleanText } from "@/lib/mails/writing/clean-props";
import { writeMailTree } from "@/lib/mails/writing/write-mail-tree";

/** What each kind of mail says. */
export interface MailProps {
  activation: activation.Props;
  recovery: recovery.Props;
  attachment: attachment.Props;
  notification_link: notificationLink.Props;
  notification_attachment: notificationAttachment.Props;
  digest: digest.Props;
  address_changed: addressChanged.Props;
  expiry_warning: expiryWarning.Props;
  password_changed: passwordChanged.Props;
  invitation: invitation.Props;
  request_made: requestMade.Props;
  request_received: requestReceived.Props;
  request_accepted: requestAccepted.Props;
}

/** A template: pure functions of its props. */
export interface MailTemplate<Props> {
  subject: (props: Props) => string;
  Mail: (props: Props) => ReactNode;
  PreviewProps: Props;
}

export const MAIL_TEMPLATES: { readonly [Kind in keyof MailProps]: MailTemplate<MailProps[Kind]> } = {
  activation,
  recovery,
  attachment,
  notification_link: notificationLink,
  notification_attachment: notificationAttachment,
  digest,
  address_changed: addressChanged,
  expiry_warning: expiryWarning,
  password_changed: passwordChanged,
  invitation,
  request_made: requestMade,
  request_received: requestReceived,
  request_accepted: requestAccepted,
};

const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** Long enough for every subject with ordinary names; a header line may have 998 bytes (RFC 5322, 2.1.1). */
const LONGEST_SUBJECT = 150;

/**
 * A mail as it is sent: subject, HTML and plain text. The same props give the same bytes, always. The subject is one
 * line without control characters, 150 characters at most; names are shown as text whatever they hold.
 * Throws on props that make no mail: a link that is not absolute, an amount that is none, a missing sentence.
 */
export function renderMail<Kind extends keyof MailProps>(mail: {
  kind: Kind;
  props: MailProps[Kind];
}): { subject: string; html: string; text: string } {
  const template: MailTemplate<MailProps[Kind]> = MAIL_TEMPLATES[mail.kind];
  const props = cleanProps(mail.props);
  const { html, text } = writeMailTree(template.Mail(props));
  return { subject: headerLine(template.subject(props)), html: DOCTYPE + html, text };
}

function headerLine(subject: string): string {
  const signs = [...cleanText(subject)];
  return signs.length <= LONGEST_SUBJECT
    ? signs.join("")
    : `${signs.slice(0, LONGEST_SUBJECT - 1).join("")}…`;
}
