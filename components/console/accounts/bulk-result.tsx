import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import type { BulkDone } from "@/lib/accounts/bulk/apply-bulk";
import type { BulkAction } from "@/lib/accounts/bulk/bulk-action";

/** What an action did to the chosen accounts, in numbers. */
export async function BulkResult({
  kind,
  changed,
  unchanged,
  refused,
}: BulkDone & { kind: BulkAction["kind"] }) {
  const t = await getTranslations("console.accounts.bulk");
  return (
    <div className="grid gap-6">
      <Note tone={refused > 0 ? "warn" : "ok"}>
        <p>{t(`done.${kind}`, { count: changed })}</p>
        {unchanged > 0 && <p>{t("unchanged", { count: unchanged })}</p>}
        {refused > 0 && <p>{t("refused", { count: refused })}</p>}
      </Note>
      <Actions>
        <LinkButton kind="main" href="/console/accounts">
          {t("back")}
        </LinkButton>
      </Actions>
    </div>
  );
}
