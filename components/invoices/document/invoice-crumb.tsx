import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";

/** An invoice beside the one that is shown; `company` where it is of another one of the reader's. */
interface NeighbourShown {
  id: string;
  company: string | null;
}

export interface NeighboursShown {
  previous: NeighbourShown | null;
  next: NeighbourShown | null;
}

interface InvoiceCrumbProps {
  /** What the URL of the list one came from says, with its `?`. */
  listQuery: string;
  /** The invoices beside this one in that list. */
  neighbours: NeighboursShown;
}

/** Above an invoice: the way back to the list, and to those beside it there. */
export async function InvoiceCrumb({ listQuery, neighbours }: InvoiceCrumbProps) {
  const t = await getTranslations("invoice");
  const { previous, next } = neighbours;
  const areNamed = [previous, next].some((neighbour) => neighbour !== null && neighbour.company !== null);
  return (
    <nav className={areNamed ? "breadcrumb items-start" : "breadcrumb"} aria-label={t("breadcrumb")}>
      <Icon name="back" className={areNamed ? "mt-[0.2rem]" : undefined} />
      <a className="tap-link" href={`/invoices${listQuery}`}>
        {t("list")}
      </a>
      <span className="ml-auto flex gap-4">
        {previous && <Beside neighbour={previous} rel="prev" word={t("previous")} listQuery={listQuery} />}
        {next && <Beside neighbour={next} rel="next" word={t("next")} listQuery={listQuery} />}
      </span>
    </nav>
  );
}

interface BesideProps {
  neighbour: NeighbourShown;
  rel: "prev" | "next";
  word: string;
  listQuery: string;
}

function Beside({ neighbour: { id, company }, rel, word, listQuery }: BesideProps) {
  return (
    <span>
      <a className="tap-link" rel={rel} href={`/invoices/${id}${listQuery}`}>
        {word}
      </a>
      {company !== null && <small className="block text-1">{company}</small>}
    </span>
  );
}
