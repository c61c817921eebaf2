import type { ReactNode } from "react";
import type { MailFrame } from "@/emails/mail-frame";
import { cleanProps } from "@/lib/mails/writing/clean-props";
import { type MailTemplate, type RenderedMail, renderTemplate } from "@/lib/mails/writing/render-template";

/** A change of a sample's props that keeps their type, for any kind of mail. */
type PropsChange = <Props extends MailFrame>(props: Props) => Props;

/** A mail with invented content, for the preview and the tests. */
export interface MailSample {
  name: string;
  kind: string;
  changed(change: PropsChange): MailSample;
  render(): RenderedMail;
  /** The React elements of its HTML, to compare with the output of React's own renderer. */
  tree(): ReactNode;
}

export function mailSample<Props extends MailFrame>(
  label: { name: string; kind: string },
  template: MailTemplate<Props>,
  props: Props,
): MailSample {
  return {
    ...label,
    changed: (change) => mailSample(label, template, change(props)),
    render: () => renderTemplate(template, props),
    tree: () => template.Mail(cleanProps(props)),
  };
}
