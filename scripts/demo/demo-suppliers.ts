import type { DemoSupplier } from "./demo-world";
import { creditorIdFrom, ibanFrom, sirenFrom, vatNumberOf } from "./fictional-numbers";

/** The three suppliers: two lessors that share customers, and one without any relation to them. */
export const demoSuppliers: readonly DemoSupplier[] = [
  supplier({
    slug: "mobilize-lease",
    name: "Mobilize Lease&Co",
    street: "12 quai des Vents-Couverts",
    city: "Port-Imaginaire",
    sirenRoot: "99951204",
    legalForm: "SA au capital de 11 780 000 €",
    phone: "01 99 00 10 10",
    brandColour: "#0b4f6c",
    logoPath: "M6 26 14 10h4l-8 16zM14 26l8-16h4l-8 16zM22 26l4-8h4l-4 8z",
    startsOn: "2022-12-02",
    formerPortalName: "E-Fact",
    formerPortalUrl: "https://e-fact.example",
    linkOpens: "sign_in",
    numbers: ["FT", "AV", 110_482, 10_409],
    paymentDays: 30,
  }),
  supplier({
    slug: "diac-location",
    name: "Diac Location",
    street: "3 allée du Point-du-Jour",
    city: "Val-Inventé",
    sirenRoot: "99938817",
    legalForm: "SA au capital de 29 244 480 €",
    phone: "01 99 00 20 20",
    brandColour: "#5b2a86",
    logoPath: "M8 8h9L28 18 17 28H8zM13 13v10h2l5.500-5-5.500-5z",
    startsOn: "2022-12-02",
    formerPortalName: null,
    formerPortalUrl: null,
    linkOpens: "direct",
    numbers: ["DL", "DA", 48_317, 2_206],
    paymentDays: 20,
  }),
  supplier({
    slug: "express-colis",
    name: "Express-Colis",
    street: "1 place du Quai-Zéro",
    city: "Triage-Fictif",
    sirenRoot: "99977140",
    legalForm: "SAS au capital de 640 000 €",
    phone: "01 99 00 30 30",
    brandColour: "#ff8a00",
    logoPath: "M6 8h24v20h-24zM9 11v14h18v-14zM12 18l2-2 3.500 3 6-6 2 2-8 7.500z",
    startsOn: null,
    formerPortalName: null,
    formerPortalUrl: null,
    linkOpens: "sign_in",
    numbers: ["EC", "ECA", 7_315, 118],
    paymentDays: 45,
  }),
];

interface Draft {
  slug: string;
  name: string;
  street: string;
  city: string;
  sirenRoot: string;
  legalForm: string;
  phone: string;
  brandColour: string;
  logoPath: string;
  startsOn: string | null;
  formerPortalName: string | null;
  formerPortalUrl: string | null;
  linkOpens: DemoSupplier["linkOpens"];
  numbers: [invoice: string, creditNote: string, lastInvoice: number, lastCreditNote: number];
  paymentDays: number;
}

function supplier(draft: Draft): DemoSupplier {
  const { slug, name, phone } = draft;
  const siren = sirenFrom(draft.sirenRoot);
  const contactEmail = `service.clients@${slug}.example`;
  const [invoicePrefix, creditNotePrefix, lastInvoiceNumber, lastCreditNoteNumber] = draft.numbers;
  return {
    slug,
    seller: {
      name,
      street: draft.street,
      postcode: "00000",
      city: draft.city,
      siren,
      vatNumber: vatNumberOf(siren),
      legalForm: draft.legalForm,
      email: contactEmail,
      phone,
      iban: ibanFrom(draft.sirenRoot),
      bic: "FICTFRPPXXX",
      creditorId: creditorIdFrom(draft.sirenRoot.slice(0, 6)),
      brandColour: draft.brandColour,
      logoPath: draft.logoPath,
    },
    senderName: `${name}, factures`,
    senderAddress: `factures@${slug}.example`,
    contactEmail,
    contactPhone: phone,
    contactHours: "Du lundi au vendredi, de 9 h à 18 h",
    publisher: `${name}, direction de la facturation`,
    startsOn: draft.startsOn,
    formerPortalName: draft.formerPortalName,
    formerPortalUrl: draft.formerPortalUrl,
    linkOpens: draft.linkOpens,
    invoicePrefix,
    creditNotePrefix,
    lastInvoiceNumber,
    lastCreditNoteNumber,
    paymentDays: draft.paymentDays,
  };
}
