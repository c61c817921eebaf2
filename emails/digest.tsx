import { formatDate, type PlainDate } from "@/lib/dates";
import { countedDocuments, digestSubject } from "./digest-words";
import { ListedDocuments } from "./listed-documents";
import { inBold } from "./mail-band";
import type { MailAccount, MailDocument, MailFrame } from "./mail-frame";
import { MailLayout } from "./mail-layout";
import { type WebLink, webLink } from "./mail-link";
import { mailWords } from "./mail-words";
import { sampleAccount, sampleFrame, sampleInvoice } from "./sample-frame";

export interface Props extends MailFrame, MailAccount {
  /** The day of deposit. */
  day: PlainDate;
  documents: readonly MailDocument[];
  /** The link that opens all documents. */
  allUrl: WebLink;
  /** The last day the links work without signing in (R19). */
  opensUntil: PlainDate;
  retentionMonths: number;
}

export function subject({ locale, documents }: Props): string {
  return digestSubject(documents, locale);
}

/**
 * Lists the documents deposited on one day by issue date, with credit notes in a separate table; links open one
 * document or all (R18, R19).
 */
export function Mail(props: Props) {
  const { locale, documents, companyName: company } = props;
  const t = mailWords(locale);
  const supplier = props.supplier.name;
  return (
    <MailLayout
      frame={props}
      title={countedDocuments(documents, locale)}
      preview={digestPreview(props)}
      why={t("footer.because", { why: t("digest.why", { company }) })}
    >
      <ListedDocuments
        frame={props}
        documents={documents}
        allUrl={props.allUrl}
        opensUntil={props.opensUntil}
        retentionMonths={props.retentionMonths}
        lead={t.rich("digest.lead", {
          supplier,
          company,
          number: props.customerNumber,
          day: formatDate(props.day, locale),
          b: inBold,
        })}
      />
    </MailLayout>
  );
}

/** The vehicles that fit into the line that a mailbox shows after the subject. */
const PREVIEWED = 3;

/** Returns that line: the day of deposit, for whom, and the first vehicles. */
function digestPreview({ locale, documents, companyName: company, day }: Props): string {
  const vehicles = [...new Set(documents.flatMap((document) => document.vehicles))].slice(0, PREVIEWED);
  return mailWords(locale)("digest.previewOfDay", {
    company,
    day: formatDate(day, locale),
    isNamed: vehicles.length > 0 ? "yes" : "no",
    vehicles: vehicles.join(", "),
  });
}

export const PreviewProps: Props = {
  ...sampleFrame,
  ...sampleAccount,
  day: "2026-11-23",
  documents: [
    sampleInvoice,
    sampleDocument(2, "FT-2026-110601", "490.45", ["GC-596-HA"]),
    sampleDocument(3, "FT-2026-110592", "744.76", ["GH-087-XC", "GA-114-BW", "GB-902-LN"]),
    { ...sampleDocument(4, "AV-2026-0413", "-154.80", ["GL-153-PV"]), type: "credit_note" },
    { ...sampleDocument(5, "FT-2026-110574", "428.29", ["GJ-467-CB"]), issuedOn: "2026-11-19" },
  ],
  allUrl: webLink("https://portail.example/d/exemple"),
  opensUntil: "2027-02-23",
  retentionMonths: 24,
};

function sampleDocument(
  index: number,
  number: string,
  totalWithVat: string,
  vehicles: readonly string[],
): MailDocument {
  return {
    ...sampleInvoice,
    number,
    totalWithVat,
    vehicles,
    openUrl: webLink(`https://portail.example/d/exemple-${index}`),
  };
}
