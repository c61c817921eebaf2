import { getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { descriptionOf, FieldFrame } from "@/components/ui/field-frame";
import { Note } from "@/components/ui/note";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { type Logo, logoPath, logoSize } from "@/lib/logo";
import { LOGO_LIMIT_KB } from "@/lib/settings/settings-limits";

interface LogoFormProps {
  logo: Logo | null;
  done: "logo_saved" | "logo_removed" | null;
  /** Why the last file was refused. */
  error: string | undefined;
  /** Receives `logo`, or `remove` as `do`. */
  save: AnsweringAction;
}

/** The supplier's logo: shown, replaced, removed. */
export async function LogoForm({ logo, done, error, save }: LogoFormProps) {
  const t = await getTranslations("console.settings.logo");
  const hint = t("hint", { kilobytes: LOGO_LIMIT_KB });
  return (
    <div className="grid max-w-form gap-5">
      {done && (
        <Note tone="ok">
          <p>{t(done)}</p>
        </Note>
      )}
      {logo ? (
        <img
          className="border border-line"
          src={logoPath(logo)}
          alt={t("current")}
          {...logoSize(logo, { width: 240, height: 80 })}
        />
      ) : (
        <p className="text-2 text-ink-2">{t("none")}</p>
      )}
      <AnsweredForm action={save} className="grid gap-4">
        <FieldFrame id="logo-file" label={t("file")} hint={hint} error={error}>
          <input
            id="logo-file"
            name="logo"
            type="file"
            accept="image/png,image/jpeg,image/webp"
            aria-invalid={error ? true : undefined}
            aria-describedby={descriptionOf({ id: "logo-file", hint, error })}
          />
        </FieldFrame>
        <ProofSubmit id="logo-proof" kind="plain">
          {t(logo ? "replace" : "add")}
        </ProofSubmit>
      </AnsweredForm>
      {logo && (
        <AnsweredForm action={save}>
          <input type="hidden" name="do" value="remove" />
          <ProofSubmit id="logo-removal-proof" kind="quiet">
            {t("remove")}
          </ProofSubmit>
        </AnsweredForm>
      )}
    </div>
  );
}
