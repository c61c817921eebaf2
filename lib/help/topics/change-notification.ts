import type { HelpTopic } from "./help-topic";

export const changeNotification: HelpTopic = {
  slug: "change-notification",
  group: "notifications",
  fr: {
    question: "Comment changer mon adresse ou ma préférence de notification ?",
    summary: "Demandez-le depuis Mon profil › Notifications : seul votre conseiller peut l'enregistrer.",
    also: "modifier adresse mail email nouvelle départ collègue remplacer fréquence quotidien pièce jointe",
    answer: [
      "Vous voyez l'adresse et la préférence de votre espace, mais vous ne les changez pas vous-même : c'est {supplier} qui les enregistre, pour que personne ne détourne vos factures.",
      {
        steps: [
          "Ouvrez [Mon profil › Notifications](notifications) et demandez la modification, ou adressez-vous directement [à votre conseiller](contact).",
          "Votre conseiller l'enregistre.",
          "Une nouvelle adresse prend effet à la prochaine facture : un mail d'activation y donne **un nouvel identifiant**, puis les mails suivent la préférence choisie. L'ancienne adresse est prévenue.",
        ],
      },
      "Vos factures et leur historique restent en place. La personne qui perd l'adresse perd aussi l'accès, sauf si le conseiller la garde comme utilisateur.",
    ],
  },
  en: {
    question: "How do I change my notification address or preference?",
    summary: "Ask for it from My profile › Notifications: only your adviser can record it.",
    also: "modify change mail email new address leaver colleague replace frequency daily attachment",
    answer: [
      "You see your space's address and preference but do not change them yourself: {supplier} records them, so that nobody diverts your invoices.",
      {
        steps: [
          "Open [My profile › Notifications](notifications) and ask for the change, or turn directly [to your adviser](contact).",
          "Your adviser records it.",
          "A new address takes effect at the next invoice: an activation mail gives it **a new identifier**, then mails follow the chosen preference. The former address is told.",
        ],
      },
      "Your invoices and their history stay in place. Whoever loses the address loses access too, unless the adviser keeps them as a user.",
    ],
  },
};
