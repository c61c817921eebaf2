import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import { OptionGroup } from "@/components/ui/option-group";
import { OptionRow } from "@/components/ui/option-row";
import { ProofSubmit } from "@/components/ui/proof-submit";
import type { ListedKey } from "@/lib/keys/list-keys";
import { KEY_OVERLAP_HOURS, KEY_OVERLAPS } from "@/lib/tokens/life-spans";

const HOURS_OF_DAY = 24;
const lengthOf = (hours: number) => ({ hours, days: hours / HOURS_OF_DAY });

interface RotationFieldsProps {
  shownKey: ListedKey;
  error: string | undefined;
}

/** How long the old key is still accepted; or why this key cannot be rotated. */
export async function RotationFields({ shownKey: { state, successor }, error }: RotationFieldsProps) {
  const t = await getTranslations("console.keys");
  if (state !== "active")
    return (
      <p className="text-2">
        {t.rich(`notRotatable.${state}`, {
          prefix: successor?.prefix ?? "",
          link: (prefix) => (
            <a className="font-mono" href={`/console/keys/${successor?.id}`}>
              {prefix}
            </a>
          ),
        })}
      </p>
    );
  return (
    <>
      {error && (
        <Note tone="bad">
          <p>{error}</p>
        </Note>
      )}
      <p className="text-2 text-ink-2">{t("rotateLead")}</p>
      <OptionGroup legend={t("overlap")} isField>
        {KEY_OVERLAPS.map((one) => (
          <OptionRow
            key={one}
            name="overlap"
            value={one}
            isChecked={one === "day"}
            label={t(`overlaps.${one}`, lengthOf(KEY_OVERLAP_HOURS[one]))}
            isKept
          />
        ))}
      </OptionGroup>
      <ProofSubmit id="rotation-proof" kind="plain">
        {t("rotate")}
      </ProofSubmit>
    </>
  );
}
