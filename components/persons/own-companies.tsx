import { getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { ProofSubmit } from "@/components/ui/proof-submit";
import type { OwnAccount } from "@/lib/persons/own-account";

interface OwnCompaniesProps {
  companies: readonly OwnAccount[];
  open: (form: FormData) => Promise<void>;
  detach: AnsweringAction;
}

/** The list of the person's accounts: for each, why it is theirs and buttons to open or detach it. */
export async function OwnCompanies({ companies, open, detach }: OwnCompaniesProps) {
  const t = await getTranslations("companies");
  return (
    <ul className="bleed border-t border-line">
      {companies.map((company) => (
        <li
          key={company.viewer.userId}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-line bg-surface px-4 py-4"
        >
          <div className="min-w-0">
            <p className="font-medium">{company.companyName}</p>
            <p className="text-2 text-ink-2">
              {company.supplier.name} · {t("customer", { number: company.customerNumber })}
            </p>
            <p className="text-2 text-ink-2">
              <code className="wrap-anywhere">{company.identifier}</code> · {t(`tie.${tieOf(company)}`)}
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-3 has-[[name=proof]]:w-full">
            {!company.isCurrent && (
              <RowButton
                action={open}
                userId={company.viewer.userId}
                label={t("open")}
                spokenLabel={t("openWhich", nameOf(company))}
              />
            )}
            {company.isAttached && (
              <AnsweredForm action={detach} className="grid max-w-form gap-3 has-[[name=proof]]:basis-full">
                <input type="hidden" name="user" value={company.viewer.userId} />
                <ProofSubmit id={`proof-${company.viewer.userId}`} kind="plain">
                  <span aria-hidden="true">{t("detach")}</span>
                  <span className="sr-only">{t("detachWhich", { identifier: company.identifier })}</span>
                </ProofSubmit>
              </AnsweredForm>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

interface RowButtonProps {
  action: (form: FormData) => Promise<void>;
  userId: string;
  label: string;
  spokenLabel: string;
}

/** The button of one row. Its accessible name also names the row. */
function RowButton({ action, userId, label, spokenLabel }: RowButtonProps) {
  return (
    <Form action={action}>
      <input type="hidden" name="user" value={userId} />
      <SubmitButton>
        <span aria-hidden="true">{label}</span>
        <span className="sr-only">{spokenLabel}</span>
      </SubmitButton>
    </Form>
  );
}

const tieOf = ({ isCurrent, isAttached }: OwnAccount) =>
  isCurrent ? "current" : isAttached ? "attached" : "address";

const nameOf = ({ companyName, supplier }: OwnAccount) => ({
  company: companyName,
  supplier: supplier.name,
});
