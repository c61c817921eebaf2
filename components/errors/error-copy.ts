interface ErrorCopy {
  status: string;
  title: string;
  lead: string;
  advice: string;
  retry: string;
  home: string;
  reference: string;
  skip: string;
}

/**
 * The words of the pages shown when the server could not answer. They are here and not in the message files
 * because an error page is drawn by the browser, and no messages travel to it.
 */
export const ERROR_COPY: Record<"fr" | "en", ErrorCopy> = {
  fr: {
    status: "Service momentanément indisponible",
    title: "Vos factures sont en sécurité, mais nous n’arrivons pas à afficher cette page",
    lead: "Rien n’est perdu et rien n’a été modifié.",
    advice:
      "Réessayez dans une minute. Si cela dure, votre conseiller clientèle peut vous envoyer une facture.",
    retry: "Réessayer",
    home: "Retour à l’accueil",
    reference: "À citer si vous nous appelez\u00a0:",
    skip: "Aller au contenu",
  },
  en: {
    status: "Service temporarily unavailable",
    title: "Your invoices are safe, but we cannot show this page",
    lead: "Nothing is lost and nothing was changed.",
    advice: "Try again in a minute. If it lasts, your customer adviser can send you an invoice.",
    retry: "Try again",
    home: "Back to the home page",
    reference: "To quote if you call us:",
    skip: "Skip to content",
  },
};
