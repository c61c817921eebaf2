import type { HelpTopic } from "./help-topic";

export const openMyInvoices: HelpTopic = {
  slug: "open-my-invoices",
  group: "first_connection",
  fr: {
    question: "Comment accéder à mes factures ?",
    summary:
      "En vous connectant avec votre identifiant {supplier}, ou depuis le mail qui annonce la facture.",
    also: "voir consulter ouvrir télécharger accès espace espace client",
    answer: [
      { title: "En vous connectant" },
      "Ouvrez [la page de connexion](signIn), puis saisissez l'identifiant et le mot de passe de votre espace {supplier}. La liste de vos factures s'affiche.",
      "Prenez bien l'identifiant donné par {supplier} : celui d'un autre fournisseur ouvre l'espace de cet autre fournisseur. [Où trouver mon identifiant](topic:find-identifier)",
      { title: "Depuis un mail" },
      "Si vous recevez un mail à chaque facture, ou un mail par jour, il contient un lien vers la facture, ou la facture elle-même.",
      {
        when: "linksAskToSignIn",
        text: "Le lien d'un mail par facture vous demande de vous connecter. Ceux du mail quotidien ouvrent les factures directement pendant {directLinkMonths} mois.",
      },
      {
        when: "linksOpenDirectly",
        text: "Ces liens ouvrent les factures directement, sans connexion, pendant {directLinkMonths} mois. Ne les transmettez qu'à des personnes de confiance.",
      },
      "La première fois, il faut d'abord [choisir un mot de passe](topic:sign-in).",
    ],
  },
  en: {
    question: "How do I get to my invoices?",
    summary: "By signing in with your {supplier} identifier, or from the mail that announces the invoice.",
    also: "see view open download access space account",
    answer: [
      { title: "By signing in" },
      "Open [the sign-in page](signIn), then type the identifier and the password of your {supplier} space. The list of your invoices opens.",
      "Use the identifier given by {supplier}: another supplier's opens the space of that other supplier. [Where to find my identifier](topic:find-identifier)",
      { title: "From a mail" },
      "If you receive a mail for each invoice, or one mail a day, it holds a link to the invoice, or the invoice itself.",
      {
        when: "linksAskToSignIn",
        text: "The link in a mail about one invoice asks you to sign in. Those of the daily mail open the invoices directly for {directLinkMonths} months.",
      },
      {
        when: "linksOpenDirectly",
        text: "These links open the invoices directly, without signing in, for {directLinkMonths} months. Pass them on only to people you trust.",
      },
      "The first time, you have to [choose a password](topic:sign-in).",
    ],
  },
};
