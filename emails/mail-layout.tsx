import { Body, Container, Head, Heading, Html, Img } from "@react-email/components";
import type { ReactNode } from "react";
import { MailFooter } from "./mail-footer";
import type { MailFrame } from "./mail-frame";
import { headRules, styles } from "./mail-styles";
import { mailWords } from "./mail-words";

interface MailLayoutProps {
  frame: MailFrame;
  title: string;
  /** The preview text that a mailbox shows after the subject. */
  preview: string;
  /** Why this mail was sent, and who can change that. */
  why: string;
  children: ReactNode;
}

/** The layout of all mails: the supplier's band and name, the title, the content and the footer. */
export function MailLayout({ frame, title, preview, why, children }: MailLayoutProps) {
  const t = mailWords(frame.locale);
  const { name, logo, colors } = frame.supplier;
  return (
    <Html lang={frame.locale}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {/* Otherwise iOS turns invoice numbers, amounts and dates into links to call or to note. */}
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{headRules(frame)}</style>
      </Head>
      <Body className="pg" style={styles.page}>
        <div style={styles.preheader} data-skip-in-text="true">
          {preview}
        </div>
        <div role="main">
          <Container
            className="sh"
            width={600}
            style={{ ...styles.sheet, borderTop: `4px solid ${colors.brand}` }}
          >
            <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" border={0}>
              <tbody>
                <tr>
                  <td className="p ln" style={styles.head}>
                    <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" border={0}>
                      <tbody>
                        <tr>
                          <td className="i" style={styles.supplier}>
                            {logo ? (
                              <Img
                                src={logo.url}
                                width={logo.width}
                                height={logo.height}
                                alt={name}
                                style={styles.logo}
                              />
                            ) : (
                              name
                            )}
                          </td>
                          <td className="i2" align="right" style={styles.portal} data-skip-in-text="true">
                            {t("portal")}
                          </td>
                        </tr>
                      </tbody>
                    </table>
                  </td>
                </tr>
                <tr>
                  <td className="p i" style={styles.titleBand}>
                    <Heading as="h1" style={styles.title}>
                      {title}
                    </Heading>
                  </td>
                </tr>
                {children}
                <MailFooter frame={frame} why={why} />
              </tbody>
            </table>
          </Container>
        </div>
      </Body>
    </Html>
  );
}
