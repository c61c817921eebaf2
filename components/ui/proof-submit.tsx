import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FRESH_PROOF_MINUTES } from "@/lib/tokens/life-spans";
import type { ButtonKind } from "./button";
import { ProofFields } from "./proof-fields";

/** Replaced in the browser (`proof-fields.tsx`), because the number of minutes is known only with the answer. */
const MINUTES = "{minutes}";

interface ProofSubmitProps {
  /** The id of the field of the proof, unique on the page. */
  id: string;
  kind?: ButtonKind;
  /** Other buttons and links beside the submit button. */
  beside?: ReactNode;
  /** The label of the submit button while no proof is asked for. */
  children: ReactNode;
}

/**
 * The submit button of an `AnsweredForm` that gives or changes access. When the form is shown again to ask for a
 * proof, a field « Mot de passe » or « Code de vérification » is above it, and the button is « Confirmer ».
 */
export async function ProofSubmit({ children, ...rest }: ProofSubmitProps) {
  const [t, form] = await Promise.all([getTranslations("proof"), getTranslations("form")]);
  const common = { busy: t("busy"), too_many: t("tooMany", { minutes: MINUTES }) };
  return (
    <ProofFields
      {...rest}
      words={{
        title: t("title"),
        lead: { password: t("lead", { minutes: FRESH_PROOF_MINUTES }), code: t("leadCode") },
        label: { password: t("password"), code: t("code") },
        whose: t("whose"),
        confirm: t("confirm"),
        problems: {
          password: { ...common, wrong: t("wrong"), used: t("wrong") },
          code: { ...common, wrong: t("wrongCode"), used: t("usedCode") },
        },
        show: form("show"),
        hide: form("hide"),
      }}
    >
      {children}
    </ProofFields>
  );
}
