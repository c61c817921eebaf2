import { FieldReader, type SettingsSection } from "@/lib/settings/section";

/** What the recovery page says about an address that nobody has. */
export const recoveryAnswer: SettingsSection = {
  fields: ["recoveryAnswer"],
  show: (settings) => ({ recoveryAnswer: settings.recoveryAnswer }),
  read(typed) {
    const reader = new FieldReader(typed);
    return reader.result({ recoveryAnswer: reader.choice("recoveryAnswer", ["explicit", "neutral"]) });
  },
};
