import { getTranslations } from "next-intl/server";
import type { LayoutName } from "@/lib/accounting/layouts/layout";

interface LayoutLinksProps {
  batch: { id: string; number: number; layouts: readonly LayoutName[] };
}

/** The files of a batch, one link for each layout. */
export async function LayoutLinks({ batch }: LayoutLinksProps) {
  const t = await getTranslations("accounting");
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-2">
      {batch.layouts.map((layout) => (
        <li key={layout}>
          <a className="tap-link" href={`/invoices/accounting/${batch.id}/file?layout=${layout}`}>
            {t(`layouts.${layout}`)}
            <span className="sr-only"> {t("batch", { number: batch.number })}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
