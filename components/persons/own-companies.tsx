import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import type { OwnAccount } from "@/lib/persons/own-account";

interface OwnCompaniesProps {
  companies: readonly OwnAccount[];
  open: (form: FormData) => Promise<void>;
  detach: (form: FormData) => Promise<void>;
}

/** The person's accounts: which is which, why each is theirs, and what can be done with it. */
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
              <code className="wrap-anywhere">{company.identifier}</code> · {t(`tie.${tie(company)}`)}
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-3">
            {!company.isCurrent && (
              <Choice
                action={open}
                userId={company.viewer.userId}
                what={t("open")}
                who={t("openWhich", nameOf(company))}
              />
            )}
            {company.isAttached && (
              <Choice
                action={detach}
                userId={company.viewer.userId}
                what={t("detach")}
                who={t("detachWhich", { identifier: company.identifier })}
              />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

interface ChoiceProps {
  action: (form: FormData) => Promise<void>;
  userId: string;
  what: string;
  who: string;
}

/** A button for one row, whose name says which row. */
function Choice({ action, userId, what, who }: ChoiceProps) {
  return (
    <form action={action}>
      <input type="hidden" name="user" value={userId} />
      <SubmitButton>
        <span aria-hidden="true">{what}</span>
        <span className="sr-only">{who}</span>
      </SubmitButton>
    </form>
  );
}

const tie = ({ isCurrent, isAttached }: OwnAccount) =>
  isCurrent ? "current" : isAttached ? "attached" : "address";

const nameOf = ({ companyName, supplier }: OwnAccount) => ({
  company: companyName,
  supplier: supplier.name,
});
