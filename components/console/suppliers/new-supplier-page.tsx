import { getTranslations } from "next-intl/server";
import { Consequences } from "@/components/console/account/action-box";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { FIRST_ACCESS_DAYS } from "@/lib/tokens/life-spans";
import { ManagerFields } from "./manager-fields";
import { supplierProblems } from "./supplier-problem";

interface NewSupplierPageProps {
  /** What the last form was answered with, and what was typed into it. */
  result: Readonly<Record<string, string>>;
  typed: Readonly<Record<string, string>>;
  locale: string;
  /** Receives `name`, `slug`, `contactEmail`, `managerName`, `managerEmail` and `locale`. */
  create: AnsweringAction;
}

/** `/console/suppliers/new`: adds a supplier and invites its first manager. */
export async function NewSupplierPage({ result, typed, locale, create }: NewSupplierPageProps) {
  const t = await getTranslations("console.suppliers");
  const { form, errorOf } = await supplierProblems(result);
  return (
    <div className="max-w-form">
      <Breadcrumb label={t("breadcrumb")} href="/console/suppliers">
        {t("title")}
      </Breadcrumb>
      <h1 className="mb-5">{t("create")}</h1>
      <AnsweredForm action={create} className="grid gap-4">
        {form && (
          <Note tone="bad">
            <p>{form}</p>
          </Note>
        )}
        <h2>{t("new.supplier")}</h2>
        <Field
          id="name"
          name="name"
          label={t("new.name")}
          hint={t("new.nameHint")}
          error={errorOf("name")}
          autoComplete="off"
          defaultValue={typed.name ?? ""}
          isKept
        />
        <Field
          id="slug"
          name="slug"
          label={t("new.slug")}
          hint={t("new.slugHint")}
          error={errorOf("slug")}
          autoComplete="off"
          defaultValue={typed.slug ?? ""}
          isKept
        />
        <Field
          id="contactEmail"
          name="contactEmail"
          type="email"
          label={t("new.contact")}
          hint={t("new.contactHint")}
          error={errorOf("contactEmail")}
          autoComplete="off"
          defaultValue={typed.contactEmail ?? ""}
          isKept
        />
        <h2 className="mt-4">{t("new.manager")}</h2>
        <ManagerFields
          names={{ name: "managerName", email: "managerEmail" }}
          typed={typed}
          locale={locale}
          errors={{ name: errorOf("managerName"), email: errorOf("managerEmail") }}
        />
        <Consequences
          lines={[
            { when: t("new.now"), what: t("new.nowWhat", { days: FIRST_ACCESS_DAYS }) },
            { when: t("new.then"), what: t("new.thenWhat") },
            { when: t("new.sender"), what: t("new.senderWhat") },
          ]}
        />
        <ProofSubmit
          id="proof"
          beside={
            <LinkButton kind="quiet" href="/console/suppliers">
              {t("new.cancel")}
            </LinkButton>
          }
        >
          {t("create")}
        </ProofSubmit>
      </AnsweredForm>
    </div>
  );
}
