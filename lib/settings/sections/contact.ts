import { type Locale, LOCALES } from "@/lib/languages";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { cleanText } from "@/lib/mails/writing/clean-props";
import { hoursField } from "@/lib/settings/field-names";
import { FieldReader, type SettingsSection } from "@/lib/settings/section";
import { HOURS_LENGTH, PHONE_LENGTH } from "@/lib/settings/settings-limits";

/** How customers reach the supplier: on its pages and at the foot of its mails. */
export const contact: SettingsSection = {
  fields: ["contactEmail", "contactPhone", ...LOCALES.map(hoursField)],
  show: ({ contactEmail, contactPhone, contactHours, contactHoursTexts }) => ({
    contactEmail,
    contactPhone,
    ...Object.fromEntries(
      LOCALES.map((locale) => [hoursField(locale), contactHoursTexts[locale] ?? contactHours]),
    ),
  }),
  read(typed) {
    const reader = new FieldReader(typed);
    const contactEmail = normalizeMailAddress(reader.text("contactEmail"));
    reader.check("contactEmail", contactEmail !== "", "missing");
    reader.check("contactEmail", isMailAddress(contactEmail), "not_an_address");
    const contactPhone = cleanText(reader.text("contactPhone"));
    reader.check("contactPhone", contactPhone.length <= PHONE_LENGTH, "too_long");
    reader.check("contactPhone", /^[+\d][\d\s().-]*$|^$/.test(contactPhone), "not_a_phone");
    const contactHoursTexts = Object.fromEntries(
      LOCALES.map((locale): [Locale, string] => {
        const hours = cleanText(reader.text(hoursField(locale)));
        reader.check(hoursField(locale), hours.length <= HOURS_LENGTH, "too_long");
        return [locale, hours];
      }),
    );
    return reader.result({ contactEmail, contactPhone, contactHoursTexts });
  },
};
