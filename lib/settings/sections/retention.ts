import { isHistoryChoice, RETENTION_MONTHS } from "@/lib/month-settings";
import { FieldReader, type SettingsSection } from "@/lib/settings/section";

/** How long invoices are kept, and how many months the list shows to users who chose nothing. */
export const retention: SettingsSection = {
  fields: ["retentionMonths", "defaultHistoryMonths"],
  show: ({ retentionMonths, defaultHistoryMonths }) => ({
    retentionMonths: String(retentionMonths),
    defaultHistoryMonths: String(defaultHistoryMonths),
  }),
  read(typed) {
    const reader = new FieldReader(typed);
    const retentionMonths = reader.number("retentionMonths", RETENTION_MONTHS);
    const months = Number(reader.text("defaultHistoryMonths"));
    reader.check("defaultHistoryMonths", isHistoryChoice(months), "not_a_choice");
    return reader.result({ retentionMonths, defaultHistoryMonths: months });
  },
};
