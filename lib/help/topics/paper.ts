import type { HelpTopic } from "./help-topic";

export const paper: HelpTopic = {
  slug: "paper",
  group: "notifications",
  fr: {
    question: "Recevoir mes factures sur papier",
    summary: "Dites-le à votre conseiller : il passe votre espace au papier, et les mails s'arrêtent.",
    also: "courrier postal poste imprimer revenir original papier ne plus recevoir de mails",
    answer: [
      "Le choix du papier s'enregistre chez {supplier} : demandez-le [à votre conseiller](contact).",
      "Les factures vous parviennent alors par courrier, et plus aucun mail ne part. Votre espace reste ouvert.",
      "Pour revenir aux mails, demandez-le de la même façon.",
    ],
  },
  en: {
    question: "Receiving my invoices on paper",
    summary: "Tell your adviser: they switch your space to paper, and mails stop.",
    also: "post postal print back paper original no more mails",
    answer: [
      "The choice of paper is recorded by {supplier}: ask [your adviser](contact).",
      "Invoices then reach you by post, and no mail leaves any more. Your space stays open.",
      "To come back to mails, ask in the same way.",
    ],
  },
};
