import type { HelpTopic } from "./help-topic";

export const otherSupplier: HelpTopic = {
  slug: "other-supplier",
  group: "signing_in",
  fr: {
    question: "Pourquoi est-ce que je vois les factures d'un autre fournisseur ?",
    summary: "L'identifiant décide de l'espace qui s'ouvre. Vous avez saisi celui d'un autre fournisseur.",
    also: "mauvais compte mauvaise société autre entreprise tromper erreur",
    answer: [
      "Plusieurs fournisseurs déposent leurs factures sur E-Facture, et chacun vous donne un identifiant. C'est l'identifiant, et non la page où vous le saisissez, qui décide de l'espace qui s'ouvre. La page vous le signale alors au-dessus de la liste.",
      "Pour retrouver vos factures {supplier} :",
      {
        steps: [
          "Déconnectez-vous, par le menu en haut à droite.",
          "Reprenez l'identifiant de votre mail d'activation {supplier}, surligné en jaune. [Où le trouver](topic:find-identifier)",
          "Connectez-vous avec lui sur [la page de {supplier}](signIn).",
        ],
      },
      "On vous a dit que votre identifiant est votre adresse e-mail ? C'est vrai tant que cette adresse ne sert à aucun autre espace du portail. Sinon, un autre identifiant vous a été attribué, et le mail d'activation le donne.",
    ],
  },
  en: {
    question: "Why do I see another supplier's invoices?",
    summary: "The identifier decides which space opens. You typed another supplier's.",
    also: "wrong account wrong company mistake",
    answer: [
      "Several suppliers deposit their invoices on E-Facture, and each gives you an identifier. The identifier, not the page where you type it, decides which space opens. The page then says so above the list.",
      "To get back to your {supplier} invoices:",
      {
        steps: [
          "Sign out, from the menu at the top right.",
          "Take the identifier of your {supplier} activation mail, highlighted in yellow. [Where to find it](topic:find-identifier)",
          "Sign in with it on [{supplier}'s page](signIn).",
        ],
      },
      "You were told that your identifier is your e-mail address? That holds as long as the address is used by no other space of the portal. Otherwise you were given another identifier, and the activation mail says which.",
    ],
  },
};
