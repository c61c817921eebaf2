import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { cleanText } from "@/lib/mails/writing/clean-props";
import { FieldReader, type SettingsSection } from "@/lib/settings/section";
import { NAME_LENGTH } from "@/lib/settings/settings-limits";

/** The name and address from which mails leave, and the address for replies. */
export const sender: SettingsSection = {
  fields: ["senderName", "senderAddress", "replyTo"],
  show: ({ senderName, senderAddress, replyTo }) => ({ senderName, senderAddress, replyTo }),
  read(typed) {
    const reader = new FieldReader(typed);
    const senderName = cleanText(reader.text("senderName")).trim();
    reader.check("senderName", senderName !== "", "missing");
    reader.check("senderName", senderName.length <= NAME_LENGTH, "too_long");
    const senderAddress = readAddress(reader, "senderAddress");
    const replyTo = readAddress(reader, "replyTo");
    return reader.result({ senderName, senderAddress, replyTo });
  },
};

function readAddress(reader: FieldReader, field: string): string {
  const address = normalizeMailAddress(reader.text(field));
  reader.check(field, address !== "", "missing");
  reader.check(field, isMailAddress(address), "not_an_address");
  return address;
}
