import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Enrolment } from "@/lib/sign-in/second-factor/describe-enrolment";
import { QrCode } from "./qr-code";
import { RecoveryCodeList } from "./recovery-code-list";

/** The first two steps to enrol: the account in the application, the recovery codes. The last is `children`: the code. */
export async function EnrolmentSteps({ enrolment, children }: { enrolment: Enrolment; children: ReactNode }) {
  const t = await getTranslations("secondFactor.enrol");
  const { address, secretInGroups, recoveryCodes } = enrolment;
  return (
    <ol className="enrolment-steps">
      <li>
        <h2>{t("addTitle")}</h2>
        <div className="mt-3 flex flex-wrap items-start gap-6">
          <QrCode text={address} label={t("qrLabel")} />
          <div className="grid min-w-40 flex-1 gap-4 text-2">
            <p className="text-ink-2">{t.rich("scan", { open: (words) => <a href={address}>{words}</a> })}</p>
            <div>
              <p className="font-medium">{t("typeSecret")}</p>
              <p className="font-mono text-3 wrap-anywhere">{secretInGroups}</p>
            </div>
          </div>
        </div>
      </li>
      <li>
        <h2>{t("codesTitle")}</h2>
        <p className="mt-2 mb-3 text-2 text-ink-2">{t("codesLead", { count: recoveryCodes.length })}</p>
        <RecoveryCodeList codes={recoveryCodes} />
      </li>
      <li>
        <h2>{t("codeTitle")}</h2>
        {children}
      </li>
    </ol>
  );
}
