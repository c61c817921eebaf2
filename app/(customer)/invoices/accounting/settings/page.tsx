import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountingSettingsPage } from "@/components/accounting/settings-page";
import { openSettings } from "@/lib/accounting/open-settings";
import { writeVehicleRules } from "@/lib/accounting/vehicle-rules";
import { readFlash } from "@/lib/http/flash";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { CustomerShell } from "../../../customer-shell";
import { copySettingsAction } from "./copy-settings-action";
import { saveAccountingAction } from "./save-accounting-action";
import { saveRulesAction } from "./save-rules-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounting.settings"))("title") };
}

/** `/invoices/accounting/settings`: how the company's invoices are booked. */
export default async function Page() {
  const session = await requireCustomer();
  const [t, view, { result, typed }] = await Promise.all([
    getTranslations("accounting.settings"),
    openSettings(session),
    readFlash("/invoices/accounting/settings"),
  ]);
  return (
    <CustomerShell session={session} section="invoices">
      <AccountingSettingsPage
        view={view}
        rulesText={writeVehicleRules(view.settings.rules, { yes: t("yes"), no: t("no") })}
        companyName={session.account.companyName}
        outcome={{
          isSaved: result.saved !== undefined,
          copiedTo: Number(result.copied ?? 0),
          refusal: result.reason === "invalid" ? null : (result.reason ?? null),
          wrongFields: (result.fields ?? "").split(" ").filter((name) => name !== ""),
        }}
        typed={typed}
        save={saveAccountingAction}
        saveRules={saveRulesAction}
        copy={copySettingsAction}
      />
    </CustomerShell>
  );
}
