import { cleanText } from "@/lib/mails/writing/clean-props";
import { FieldReader, type SettingsSection } from "@/lib/settings/section";
import { NAME_LENGTH } from "@/lib/settings/settings-limits";
import { isBrandColor, readBrandColor } from "@/lib/suppliers/accent";

/** The name and the colour that pages and mails show. */
export const identity: SettingsSection = {
  fields: ["name", "brandColor"],
  show: ({ name, brandColor }) => ({ name, brandColor }),
  read(typed) {
    const reader = new FieldReader(typed);
    const name = cleanText(reader.text("name")).trim();
    const brandColor = readBrandColor(reader.text("brandColor"));
    reader.check("name", name !== "", "missing");
    reader.check("name", name.length <= NAME_LENGTH, "too_long");
    reader.check("brandColor", isBrandColor(brandColor), "not_a_color");
    return reader.result({ name, brandColor });
  },
};
