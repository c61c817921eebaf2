import { getTranslations } from "next-intl/server";
import type { SettingsForm } from "@/components/console/settings/settings-form";
import type { Flash } from "@/lib/http/flash";
import { RETENTION_MONTHS } from "@/lib/month-settings";
import { versionOf } from "@/lib/settings/save-settings";
import type { FieldFault } from "@/lib/settings/section";
import { type SectionName, SECTIONS } from "@/lib/settings/sections/sections";
import { ATTACHMENT_MB } from "@/lib/settings/settings-limits";
import type { SupplierSettings } from "@/lib/settings/supplier-settings";
import { saveSettingsAction } from "./save-settings-action";

/** Returns the forms of a page: the stored settings, or what was typed into the one that was refused. */
export async function settingsForms<Name extends SectionName>(
  names: readonly Name[],
  settings: SupplierSettings,
  flash: Flash,
): Promise<Record<Name, SettingsForm>> {
  const t = await getTranslations("console.settings");
  const formOf = (name: Name): SettingsForm => {
    const stored = SECTIONS[name].show(settings);
    const { done, reason, section, fields = "" } = flash.result;
    const isOwn = section === name;
    const values = isOwn && reason ? { ...stored, ...pick(flash.typed, stored) } : stored;
    return {
      name,
      values,
      errors: isOwn ? errorsOf(flash.result.faults ?? "", t) : {},
      overtaken: isOwn && reason === "changed_meanwhile" ? overtakenBy(stored, values) : {},
      notice: !isOwn
        ? null
        : done === "saved"
          ? { tone: "ok", text: fields === "" ? t("unchanged") : t("saved", { fields: inWords(fields, t) }) }
          : reason === "changed_meanwhile" || reason === "too_often"
            ? { tone: "bad", text: t(`refused.${reason}`) }
            : null,
      version: versionOf(name, settings),
      save: saveSettingsAction.bind(null, name),
    };
  };
  return Object.fromEntries(names.map((name) => [name, formOf(name)])) as Record<Name, SettingsForm>;
}

type Words = Awaited<ReturnType<typeof getTranslations<"console.settings">>>;

const pick = (typed: Record<string, string>, of: Record<string, string>) =>
  Object.fromEntries(Object.keys(of).map((field) => [field, typed[field] ?? ""]));

const overtakenBy = (stored: Record<string, string>, typed: Record<string, string>) =>
  Object.fromEntries(Object.entries(stored).filter(([field, value]) => typed[field] !== value));

/** Reads `field:fault` pairs, separated by spaces. */
function errorsOf(faults: string, t: Words): Record<string, string> {
  const pairs = faults.split(" ").flatMap((pair) => {
    const [field, fault] = pair.split(":");
    return field && fault ? [[field, sentence(field, fault as FieldFault, t)] as const] : [];
  });
  return Object.fromEntries(pairs);
}

function sentence(field: string, fault: FieldFault, t: Words): string {
  const bounds =
    field === "attachmentMb"
      ? ATTACHMENT_MB
      : field === "digestHour"
        ? { min: 0, max: 23 }
        : RETENTION_MONTHS;
  return t(`faults.${fault}`, { min: bounds.min, max: bounds.max });
}

/** Writes the names of changed settings as a list in words. */
function inWords(fields: string, t: Words): string {
  return fields
    .split(" ")
    .map((field) => {
      const key = `changed.${field}` as "changed.name";
      return t.has(key) ? t(key) : field;
    })
    .join(", ");
}
