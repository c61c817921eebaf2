import { FieldReader, type SettingsSection } from "@/lib/settings/section";

/** Whether deposited files are the legal originals, when their metadata do not say it. */
export const legalRole: SettingsSection = {
  fields: ["defaultLegalRole"],
  show: ({ defaultLegalRole }) => ({ defaultLegalRole }),
  read(typed) {
    const reader = new FieldReader(typed);
    return reader.result({ defaultLegalRole: reader.choice("defaultLegalRole", ["original", "duplicate"]) });
  },
};
