import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import type { ListPlace, NeighbourLink } from "@/lib/invoices/one/list-place";

/** Above an invoice: the way back to the list, and to those beside it there. */
export async function InvoiceCrumb({ place }: { place: ListPlace }) {
  const t = await getTranslations("invoice");
  const { listHref, previous, next } = place;
  const areNamed = [previous, next].some((neighbour) => neighbour !== null && neighbour.company !== null);
  return (
    <nav className={areNamed ? "breadcrumb items-start" : "breadcrumb"} aria-label={t("breadcrumb")}>
      <Icon name="back" className={areNamed ? "mt-[0.2rem]" : undefined} />
      <a className="tap-link" href={listHref}>
        {t("list")}
      </a>
      <span className="ml-auto flex gap-4">
        {previous && <Beside neighbour={previous} rel="prev" word={t("previous")} />}
        {next && <Beside neighbour={next} rel="next" word={t("next")} />}
      </span>
    </nav>
  );
}

interface BesideProps {
  neighbour: NeighbourLink;
  rel: "prev" | "next";
  word: string;
}

function Beside({ neighbour: { href, company }, rel, word }: BesideProps) {
  return (
    <span>
      <a className="tap-link" rel={rel} href={href}>
        {word}
      </a>
      {company !== null && <small className="block text-1">{company}</small>}
    </span>
  );
}
