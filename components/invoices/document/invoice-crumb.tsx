import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import type { ListPlace, NeighbourLink } from "@/lib/invoices/one/list-place";

/** The links above an invoice: back to the list, and to the previous and next invoice of the list. */
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
        {previous && <Neighbour neighbour={previous} rel="prev" word={t("previous")} />}
        {next && <Neighbour neighbour={next} rel="next" word={t("next")} />}
      </span>
    </nav>
  );
}

interface NeighbourProps {
  neighbour: NeighbourLink;
  rel: "prev" | "next";
  word: string;
}

function Neighbour({ neighbour: { href, company }, rel, word }: NeighbourProps) {
  return (
    <span>
      <a className="tap-link" rel={rel} href={href}>
        {word}
      </a>
      {company !== null && <small className="block text-1">{company}</small>}
    </span>
  );
}
