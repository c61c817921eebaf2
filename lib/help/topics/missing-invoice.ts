import type { HelpTopic } from "./help-topic";

/** The order of the checks is given by R14: identifier, display history, adviser. */
export const missingInvoice: HelpTopic = {
  slug: "missing-invoice",
  group: "invoices",
  fr: {
    question: "Une facture manque. Que vérifier ?",
    summary:
      "L'identifiant, puis l'historique d'affichage : au départ, la liste ne montre que {history} mois. Ensuite seulement, votre conseiller.",
    also: "absente introuvable disparue perdue historique affichage trois mois ancienne masquée cachée liste vide plus disponible",
    answer: [
      {
        steps: [
          "**Est-ce le bon identifiant ?** Le fournisseur et l'entreprise affichés en haut de [la liste](invoices) doivent être ceux de la facture. Sinon, voyez [les factures d'un autre fournisseur](topic:other-supplier).",
          "**Est-elle masquée ?** La liste montre d'elle-même les {history} derniers mois, sauf si vous avez choisi un autre nombre. Elle dit toujours combien de factures elle masque. [Tout afficher](allInvoices), ou changez la durée dans [Mon profil › Affichage des factures](display), puis « Valider ».",
          "**A-t-elle plus de {months} mois ?** Elle a quitté le portail. [Combien de temps les factures restent ici](topic:kept-how-long)",
          "**Toujours rien ?** Demandez-la [à votre conseiller](contact), en donnant son numéro ou sa date.",
        ],
      },
      {
        when: "hasFormerPortal",
        text: "Émise avant le {startsOn}, elle est dans [{formerPortal}](formerPortal), utilisé avant celui-ci.",
      },
    ],
  },
  en: {
    question: "An invoice is missing. What should I check?",
    summary:
      "The identifier, then the display history: at first the list shows {history} months only. Your adviser comes after that.",
    also: "absent not found disappeared lost history display three months old hidden empty list no longer available",
    answer: [
      {
        steps: [
          "**Is it the right identifier?** The supplier and the company shown above [the list](invoices) must be those of the invoice. If not, see [another supplier's invoices](topic:other-supplier).",
          "**Is it hidden?** By itself the list shows the last {history} months, unless you chose another number. It always says how many invoices it hides. [Show everything](allInvoices), or change the length in [My profile › Invoice display](display).",
          "**Is it older than {months} months?** Then it has left the portal. [How long invoices stay here](topic:kept-how-long)",
          "**Still nothing?** Ask [your adviser](contact) for it, with its number or its date.",
        ],
      },
      {
        when: "hasFormerPortal",
        text: "Issued before {startsOn}, it is in [{formerPortal}](formerPortal), used before this one.",
      },
    ],
  },
};
