import type { HelpTopic } from "./help-topic";

export const noActivationMail: HelpTopic = {
  slug: "no-activation-mail",
  group: "first_connection",
  fr: {
    question: "Je n'ai pas reçu le mail d'activation. Que faire ?",
    summary:
      "Il part avec la première facture, à l'adresse que {supplier} connaît. Voici pourquoi il peut manquer, dans l'ordre où vérifier.",
    also: "activer création compte bienvenue pas de mail spam indésirable adresse erronée premier mail",
    answer: [
      {
        steps: [
          "**Aucune facture n'a encore été déposée** depuis que {supplier} connaît votre adresse. Le mail part avec la première : il n'y a rien à faire.",
          "**Le mail est dans vos courriers indésirables.** Cherchez un message de {sender}, puis déclarez cette adresse comme expéditeur reconnu pour les prochains.",
          "**Le mail est arrivé chez un collègue.** L'adresse enregistrée est souvent celle de la personne qui a signé le contrat : demandez-lui. Elle peut ensuite [vous donner accès](topic:add-colleague).",
          "**Votre boîte était pleine.** Faites de la place, puis demandez-nous un nouveau lien comme ci-dessous.",
          "**{supplier} n'a pas votre adresse, ou elle est erronée.** Donnez-la [à votre conseiller](contact).",
        ],
      },
      "Votre adresse est la bonne et une facture a été déposée ? Vous n'avez pas besoin d'attendre : ouvrez [Mot de passe ou identifiant oublié](recover), saisissez votre adresse, et un mail vous donnera votre identifiant et un lien.",
      "Le lien du mail d'activation vaut {activationDays} jours. Au-delà, la page qu'il ouvre propose d'en recevoir un autre.",
    ],
  },
  en: {
    question: "I have not received the activation mail. What now?",
    summary:
      "It leaves with the first invoice, to the address that {supplier} knows. Here is why it may be missing, in the order to check.",
    also: "activate account creation welcome no mail spam junk wrong address first mail",
    answer: [
      {
        steps: [
          "**No invoice has been deposited yet** since {supplier} learned your address. The mail leaves with the first one: there is nothing to do.",
          "**The mail is in your junk folder.** Look for a message from {sender}, then mark this address as a safe sender for the next ones.",
          "**The mail reached a colleague.** The recorded address is often that of the person who signed the contract: ask them. They can then [give you access](topic:add-colleague).",
          "**Your mailbox was full.** Make room, then ask us for a new link as below.",
          "**{supplier} does not have your address, or a wrong one.** Give it [to your adviser](contact).",
        ],
      },
      "Your address is right and an invoice was deposited? You need not wait: open [Forgotten password or identifier](recover), type your address, and a mail will give you your identifier and a link.",
      "The link of the activation mail works for {activationDays} days. After that, the page it opens offers to send another.",
    ],
  },
};
