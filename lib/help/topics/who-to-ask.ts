import type { HelpTopic } from "./help-topic";

export const whoToAsk: HelpTopic = {
  slug: "who-to-ask",
  group: "signing_in",
  fr: {
    question: "Qui contacter si je ne trouve pas la réponse ?",
    summary:
      "Votre conseiller clientèle, ou le service clients de {supplier}. Leurs coordonnées sont sur chaque page d'aide.",
    also: "contact téléphone numéro aide assistance support joindre appeler écrire réclamation",
    answer: [
      "Les coordonnées de [votre conseiller](contact) sont sur cette page. Connectez-vous pour voir celui qui suit votre entreprise. Elles figurent aussi sur vos factures.",
      "Selon la question, quelqu'un de plus proche peut répondre :",
      {
        list: [
          "**L'accès d'un collègue, son mot de passe** : un administrateur de votre entreprise, dans [Administration](colleagues).",
          "**Un montant, un véhicule, une période sur une facture** : posez la question depuis la page de la facture ; la réponse est sous [Demandes](requests).",
          "**Une adresse ou une préférence à changer, une facture absente** : votre conseiller.",
        ],
      },
    ],
  },
  en: {
    question: "Who do I contact when I do not find the answer?",
    summary: "Your adviser, or {supplier}'s customer service. Their details are on every help page.",
    also: "contact phone number help support reach call write complaint",
    answer: [
      "The details of [your adviser](contact) are on this page. Sign in to see the one in charge of your company. They are on your invoices too.",
      "Depending on the question, somebody closer may answer:",
      {
        list: [
          "**A colleague's access or password**: an administrator of your company, under [Administration](colleagues).",
          "**An amount, a vehicle, a period on an invoice**: ask on the invoice's own page; the answer is under [Requests](requests).",
          "**An address or a preference to change, a missing invoice**: your adviser.",
        ],
      },
    ],
  },
};
