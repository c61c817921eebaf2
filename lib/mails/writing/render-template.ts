import type { ReactNode } from "react";
import { cleanProps, cleanText } from "./clean-props";
import { writeMailTree } from "./write-mail-tree";

/** The exports of a file of `emails/`: pure functions of the props. */
export interface MailTemplate<Props> {
  subject: (props: Props) => string;
  Mail: (props: Props) => ReactNode;
  PreviewProps: Props;
}

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/** The doctype of React Email, with which mail programs use their standard layout mode. */
const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** Enough for all subjects with ordinary names; a header line may have 998 bytes (RFC 5322, section 2.1.1). */
const LONGEST_SUBJECT = 150;

/**
 * Renders a mail: subject, HTML and plain text. The same props always give the same bytes. The subject is one line
 * without control characters, with at most 150 characters; names are always shown as text, never read as HTML. Throws
 * on invalid props: an amount that cannot be read, a missing sentence.
 */
export function renderTemplate<Props extends object>(
  template: MailTemplate<Props>,
  props: Props,
): RenderedMail {
  const cleaned = cleanProps(props);
  const { html, text } = writeMailTree(template.Mail(cleaned));
  return { subject: headerLine(template.subject(cleaned)), html: DOCTYPE + html, text };
}

function headerLine(subject: string): string {
  const characters = [...cleanText(subject)];
  return characters.length <= LONGEST_SUBJECT
    ? characters.join("")
    : `${characters.slice(0, LONGEST_SUBJECT - 1).join("")}…`;
}
