import type { MailDocument, MailFrame } from "./mail-frame";
import { webLink } from "./mail-link";

/** The frame of a fictional supplier, for previews and tests. */
export const sampleFrame: MailFrame = {
  locale: "fr",
  timeZone: "Europe/Paris",
  supplier: {
    name: "Tramontane Mobilité",
    senderAddress: "factures@tramontane.example",
    logo: null,
    tradeWords: {},
    colors: {
      brand: "#0b4f6c",
      light: { accent: "#0b4f6c", fill: "#0b4f6c", on: "#ffffff", edge: "#0b4f6c" },
      dark: { accent: "#71adce", fill: "#71adce", on: "#101614", edge: "#71adce" },
    },
  },
  contact: { name: null, phone: "01 99 00 12 34", email: "conseil@tramontane.example" },
  pages: {
    helpUrl: webLink("https://portail.example/tramontane/help"),
    noticeUrl: webLink("https://portail.example/tramontane/legal/notice"),
    privacyUrl: webLink("https://portail.example/tramontane/legal/privacy"),
  },
};

export const sampleAccount = { companyName: "Transports Perce-Neige SAS", customerNumber: "204 118" };

export const sampleInvoice: MailDocument = {
  type: "invoice",
  number: "FT-2026-110610",
  issuedOn: "2026-11-20",
  dueOn: "2026-12-20",
  payment: { way: "debit", account: null },
  totalWithVat: "507.79",
  currency: "EUR",
  contracts: ["LLD-88412"],
  vehicles: ["GK-305-TR"],
  openUrl: webLink("https://portail.example/d/exemple-1"),
};
