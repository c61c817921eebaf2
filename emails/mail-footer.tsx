import { Text } from "@react-email/components";
import type { MailFrame } from "./mail-frame";
import { styles } from "./mail-styles";
import { mailWords } from "./mail-words";
import { MailtoAddress } from "./mailto-address";
import { SafeLink } from "./safe-link";

/** The footer: why the mail was sent, whom to ask, and the supplier's pages. No unsubscribe link: the adviser changes the settings (R20). */
export function MailFooter({ frame, why }: { frame: MailFrame; why: string }) {
  const t = mailWords(frame.locale);
  const { contact, pages } = frame;
  return (
    <tr>
      <td className="p i3 ln" style={styles.foot}>
        <Text style={styles.footText}>{why}</Text>
        {contact && (
          <Text style={styles.footText}>
            {contact.name === null ? t("footer.adviser") : t("footer.adviserNamed", { name: contact.name })}{" "}
            {contact.phone && `${contact.phone}, `}
            <MailtoAddress className="i3" email={contact.email} style={styles.footLink} />
          </Text>
        )}
        <Text style={pages ? styles.footText : styles.footLast}>{t("footer.neverAsksPassword")}</Text>
        {pages && (
          <Text style={styles.footLast}>
            <SafeLink className="i3" href={pages.helpUrl} style={styles.footLink}>
              {t("footer.help")}
            </SafeLink>
            {" · "}
            <SafeLink className="i3" href={pages.noticeUrl} style={styles.footLink}>
              {t("footer.notice")}
            </SafeLink>
            {" · "}
            <SafeLink className="i3" href={pages.privacyUrl} style={styles.footLink}>
              {t("footer.privacy")}
            </SafeLink>
          </Text>
        )}
      </td>
    </tr>
  );
}
