import type { HelpTopic } from "./help-topic";

export const howNotified: HelpTopic = {
  slug: "how-notified",
  group: "notifications",
  fr: {
    question: "Comment suis-je informé d'une nouvelle facture ?",
    summary: "Par mail si vous l'avez demandé : un par facture, avec ou sans le fichier, ou un par jour.",
    also: "notification alerte prévenu avis mise à disposition préférence pièce jointe quotidien",
    answer: [
      "Les mails partent à l'adresse de notification de votre entreprise, celle de son administrateur. Quatre préférences existent :",
      {
        list: [
          "**Un mail par facture, avec la facture en pièce jointe.** Vous l'ouvrez sans venir ici.",
          "**Un mail par facture, sans pièce jointe.** Il contient un lien vers la facture.",
          "**Un mail par jour**, vers {digestHour}, qui liste les factures déposées dans la journée. Ses liens les ouvrent directement pendant {directLinkMonths} mois.",
          "**Aucun mail.** C'est le choix retenu tant que vous n'en avez pas exprimé d'autre : venez voir [la liste](invoices).",
        ],
      },
      "L'adresse et la préférence de votre espace sont dans [Mon profil › Notifications](notifications). [Les changer](topic:change-notification)",
      "Les collègues à qui un administrateur a donné accès ne reçoivent pas ces mails, mais voient les mêmes factures.",
    ],
  },
  en: {
    question: "How am I told of a new invoice?",
    summary: "By mail if you asked for it: one for each invoice, with or without the file, or one a day.",
    also: "notification alert warned notice preference attachment daily digest",
    answer: [
      "Mails go to your company's notification address, that of its administrator. There are four preferences:",
      {
        list: [
          "**A mail for each invoice, with the invoice attached.** You open it without coming here.",
          "**A mail for each invoice, without attachment.** It holds a link to the invoice.",
          "**One mail a day**, around {digestHour}, which lists the day's invoices. Its links open them directly for {directLinkMonths} months.",
          "**No mail.** This is the choice as long as you have not made another: come and see [the list](invoices).",
        ],
      },
      "Your space's address and preference are under [My profile › Notifications](notifications). [Changing them](topic:change-notification)",
      "Colleagues whom an administrator gave access do not get these mails, but see the same invoices.",
    ],
  },
};
