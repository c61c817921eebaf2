import type { HelpTopic } from "./help-topic";

export const olderInvoices: HelpTopic = {
  slug: "older-invoices",
  group: "invoices",
  fr: {
    question: "Où sont mes factures plus anciennes ?",
    summary: "Celles de moins de {months} mois sont ici, parfois masquées. Les autres ont quitté le portail.",
    also: "archives historique ancien portail E-Fact avant années précédentes duplicata",
    answer: [
      {
        list: [
          "**De moins de {months} mois** : elles sont dans votre espace, même si la liste ne les montre pas toutes. [Tout afficher](allInvoices), ou choisissez une durée dans [Affichage des factures](display).",
          "**De plus de {months} mois** : elles ont quitté le portail. Votre conseiller peut vous en envoyer un duplicata.",
        ],
      },
      {
        when: "hasFormerPortal",
        text: "Les factures émises avant le {startsOn} sont dans [{formerPortal}](formerPortal), utilisé par {supplier} avant ce portail.",
      },
    ],
  },
  en: {
    question: "Where are my older invoices?",
    summary: "Those of the last {months} months are here, sometimes hidden. The others have left the portal.",
    also: "archive history former portal before previous years duplicate copy",
    answer: [
      {
        list: [
          "**Less than {months} months old**: they are in your space, even if the list does not show them all. [Show everything](allInvoices), or choose a length in [Invoice display](display).",
          "**More than {months} months old**: they have left the portal. Your adviser can send you a duplicate.",
        ],
      },
      {
        when: "hasFormerPortal",
        text: "Invoices issued before {startsOn} are in [{formerPortal}](formerPortal), which {supplier} used before this portal.",
      },
    ],
  },
};
