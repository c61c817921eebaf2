import { Text } from "@react-email/components";
import type { MailFrame } from "./mail-frame";
import { styles } from "./mail-styles";
import { mailWords } from "./mail-words";
import { MailtoAddress } from "./mailto-address";
import { SafeLink } from "./safe-link";

/** The footer: why the mail was sent and whom to ask. No unsubscribe link: the adviser changes the settings (R20). */
export function MailFooter({ frame, why }: { frame: MailFrame; why: string }) {
  const t = mailWords(frame.locale);
  const { contact } = frame;
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
        <Text style={styles.footText}>{t("footer.neverAsksPassword")}</Text>
        <Text style={styles.footLast}>
          <SafeLink className="i3" href={frame.helpUrl} style={styles.footLink}>
            {t("footer.help")}
          </SafeLink>
          {" · "}
          <SafeLink className="i3" href={frame.noticeUrl} style={styles.footLink}>
            {t("footer.notice")}
          </SafeLink>
          {" · "}
          <SafeLink className="i3" href={frame.privacyUrl} style={styles.footLink}>
            {t("footer.privacy")}
          </SafeLink>
        </Text>
      </td>
    </tr>
  );
}
