import type { HelpTopic } from "./help-topic";

export const legalValue: HelpTopic = {
  slug: "legal-value",
  group: "security",
  fr: {
    question: "Ces factures ont-elles la valeur du papier ?",
    summary:
      "Oui : sauf mention « Duplicata », le fichier déposé est l'original, conservé sans le moindre changement.",
    also: "original duplicata fiscal juridique empreinte preuve intégrité authentique TVA contrôle",
    answer: [
      "Sauf mention « Duplicata », le fichier que vous téléchargez est l'original : il a la même valeur juridique et fiscale qu'une facture sur papier.",
      "Il n'est jamais réécrit. Son empreinte est prise au dépôt et affichée avec la facture : la même empreinte prouve le même fichier.",
      "« Duplicata » veut dire que l'original vous est parvenu par une plateforme agréée. Une facture émise n'est jamais modifiée : un avoir ou une facture rectificative la corrige, et la page de chaque document renvoie à l'autre.",
    ],
  },
  en: {
    question: "Are these invoices as valid as paper ones?",
    summary:
      "Yes: unless marked “Duplicate”, the deposited file is the original, kept without the slightest change.",
    also: "original duplicate tax legal fingerprint proof integrity authentic VAT audit",
    answer: [
      "Unless it is marked “Duplicate”, the file you download is the original: it has the same legal and tax value as a paper invoice.",
      "It is never rewritten. Its fingerprint is taken at the deposit and shown with the invoice: the same fingerprint proves the same file.",
      "“Duplicate” means that the original reached you through a certified platform. An issued invoice is never changed: a credit note or a corrective invoice corrects it, and the page of each document links to the other.",
    ],
  },
};
