import type { HelpTopic } from "./help-topic";

export const noNotificationMail: HelpTopic = {
  slug: "no-notification-mail",
  group: "notifications",
  showsMails: true,
  fr: {
    question: "Je n'ai pas reçu le mail pour ma dernière facture",
    summary:
      "Vérifiez dans l'ordre l'identifiant, la préférence, l'adresse, les indésirables et la place dans votre boîte.",
    also: "notification pas reçue email absent spam indésirables filtre boîte pleine préférence aucune adresse changée papier quotidien",
    answer: [
      "Les causes, de la plus fréquente à la plus rare :",
      {
        steps: [
          "**Est-ce le bon espace ?** Chaque espace a son adresse et sa préférence. Le fournisseur et l'entreprise affichés en haut de [la liste](invoices) doivent être ceux de la facture. [Les factures d'un autre fournisseur](topic:other-supplier)",
          "**Votre préférence est-elle « aucun mail » ?** C'est le choix par défaut. Voyez [Mon profil › Notifications](notifications).",
          "**Est-ce un mail par jour ?** Il part vers {digestHour}, avec les factures du jour. Une facture déposée après attend le lendemain.",
          "**Votre espace est-il sur papier ?** Aucun mail ne part alors. [Recevoir mes factures sur papier](topic:paper)",
          "**Le mail va-t-il à quelqu'un d'autre ?** Il part à l'adresse de notification de l'entreprise, souvent celle de la personne qui a signé le contrat. Cette adresse a pu changer.",
          "**Est-il dans vos courriers indésirables ?** Cherchez un message de {sender}, puis déclarez cette adresse comme expéditeur reconnu. Pour nous, un tel mail est arrivé : nous ne pouvons pas le voir.",
          "**Votre boîte est-elle pleine ?** Le mail nous revient, ou attend. Faites de la place pour les prochains.",
          "**L'adresse est-elle fausse ou refusée ?** Après un refus définitif, nous n'écrivons plus à cette adresse : demandez [à votre conseiller](contact) de la corriger.",
        ],
      },
      "La facture, elle, est déjà dans [votre liste](invoices), même si le mail n'est pas arrivé.",
    ],
  },
  en: {
    question: "I have not received the mail for my last invoice",
    summary:
      "Check in this order: the identifier, the preference, the address, the junk folder and the room in your mailbox.",
    also: "notification not received email missing spam junk filter full mailbox preference none changed address paper daily digest",
    answer: [
      "The causes, from the most common to the rarest:",
      {
        steps: [
          "**Is it the right space?** Each space has its own address and preference. The supplier and the company shown above [the list](invoices) must be those of the invoice. [Another supplier's invoices](topic:other-supplier)",
          "**Is your preference “no mail”?** It is the default. See [My profile › Notifications](notifications).",
          "**Do you get one mail a day?** It leaves around {digestHour}, with the day's invoices. An invoice deposited later waits for the next day.",
          "**Is your space on paper?** Then no mail leaves. [Receiving my invoices on paper](topic:paper)",
          "**Does the mail go to somebody else?** It goes to the company's notification address, often that of the person who signed the contract. This address may have changed.",
          "**Is it in your junk folder?** Look for a message from {sender}, then mark this address as a safe sender. Our system counts such a mail as delivered: we cannot see that it is in the junk folder.",
          "**Is your mailbox full?** The mail comes back to us, or waits. Make room for the next ones.",
          "**Is the address wrong or refused?** After a final refusal we no longer write to it: ask [your adviser](contact) to correct it.",
        ],
      },
      "The invoice itself is already in [your list](invoices), even if the mail has not arrived.",
    ],
  },
};
