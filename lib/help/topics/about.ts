import type { HelpTopic } from "./help-topic";

export const about: HelpTopic = {
  slug: "about",
  group: "first_connection",
  fr: {
    question: "Qu'est-ce que le portail E-Facture, et comment en profiter ?",
    summary:
      "Vos factures {supplier}, en ligne, à la place du papier. C'est gratuit : il suffit que {supplier} connaisse votre adresse e-mail.",
    also: "inscription abonnement gratuit prix coût souscrire service dématérialisation commencer",
    answer: [
      "{supplier} dépose ici chacune de vos factures et vous prévient par mail, comme vous l'avez demandé. Vous les ouvrez, les cherchez et les téléchargez depuis un ordinateur ou un téléphone.",
      "Il n'y a rien à souscrire et rien à payer. Votre espace s'ouvre dès que {supplier} connaît une adresse e-mail pour votre entreprise : donnez-la à la signature du contrat, ou [à votre conseiller](contact).",
      "Le mail d'activation part avec la première facture déposée ensuite, pas avant. Il donne votre identifiant et un lien pour choisir votre mot de passe.",
      "Vous préférez le papier ? Voyez [Recevoir mes factures sur papier](topic:paper).",
    ],
  },
  en: {
    question: "What is the E-Facture portal, and how do I get it?",
    summary:
      "Your {supplier} invoices, online instead of on paper. It is free: {supplier} only needs to know your e-mail address.",
    also: "subscribe registration price cost free start service paperless",
    answer: [
      "{supplier} deposits each of your invoices here and tells you by mail, the way you asked. You open, search and download them from a computer or a phone.",
      "There is nothing to subscribe to and nothing to pay. Your space opens as soon as {supplier} knows an e-mail address for your company: give it when you sign the contract, or [to your adviser](contact).",
      "The activation mail leaves with the first invoice deposited after that, not before. It gives your identifier and a link to choose your password.",
      "You prefer paper? See [Receiving my invoices on paper](topic:paper).",
    ],
  },
};
