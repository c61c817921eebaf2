import { getTranslations } from "next-intl/server";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Verdict } from "@/lib/imports/import-verdict";
import type { ImportLine } from "@/lib/imports/list-import-lines";
import { LineEffect } from "./line-effect";
import { VERDICT_CLASS } from "./verdict-class";

const ICONS: Record<Verdict, IconName> = {
  refused: "close",
  superseded: "refresh",
  changed: "swap",
  new: "plus",
  same: "check",
};

interface VerdictRowProps {
  line: ImportLine;
  /** Null once the import is being applied. */
  force: ((line: string, isForced: string, form: FormData) => Promise<void>) | null;
  dateOf: (instant: string) => string;
}

/** One line of an import: the verdict, the customer, and the effect. */
export async function VerdictRow({ line, force, dateOf }: VerdictRowProps) {
  const t = await getTranslations("console.imports");
  const { judgement } = line;
  const { verdict, customerNumber, restoredZeros, companyName, siren, differences } = judgement;
  const address = differences.find(({ field }) => field === "email");
  return (
    <tr role="row" id={`line-${line.line}`} className={verdict === "refused" ? "is-refused" : undefined}>
      <td role="cell" className="line-number" data-label={t("table.line")}>
        {line.line}
      </td>
      <td role="cell" className="no-break">
        <span className={`verdict ${VERDICT_CLASS[verdict]}`}>
          <Icon name={ICONS[verdict]} />
          {t(`verdicts.${verdict}`)}
        </span>
      </td>
      <td
        role="cell"
        className={(customerNumber?.length ?? 0) <= 16 ? "whitespace-nowrap" : undefined}
        data-label={t("table.number")}
      >
        {customerNumber === null ? (
          "—"
        ) : (
          <>
            {restoredZeros && <ins>{restoredZeros}</ins>}
            {customerNumber.slice(restoredZeros.length)}
          </>
        )}
      </td>
      <td role="cell">
        {companyName ?? "—"}
        {siren && <small>{t("table.siren", { siren: spaced(siren) })}</small>}
      </td>
      <td role="cell">
        {address ? (
          <>
            {address.from && (
              <>
                <del>{address.from}</del>
                <br />
              </>
            )}
            {address.to ? <ins>{address.to}</ins> : t("effects.addressRemoved")}
          </>
        ) : (
          (judgement.oldValues.find(({ field }) => field === "email")?.kept ?? judgement.email ?? "—")
        )}
      </td>
      <td role="cell">
        <LineEffect line={line} force={force} dateOf={dateOf} />
      </td>
    </tr>
  );
}

/** A SIREN in groups of three; anything else as it is. */
const spaced = (siren: string) =>
  /^\d{9}$/.test(siren) ? siren.replace(/(\d{3})(?=\d)/g, "$1\u00a0") : siren;
