import type { HelpTopic } from "./help-topic";

export const noRecoveryMail: HelpTopic = {
  slug: "no-recovery-mail",
  group: "signing_in",
  fr: {
    question: "Je n'ai pas reçu le mail de récupération du mot de passe",
    summary:
      "Il arrive en général en quelques minutes. Cherchez-le dans les indésirables, attendez, puis redemandez-le.",
    also: "réinitialisation mail pas reçu spam indésirable retard attente lien expiré",
    answer: [
      {
        steps: [
          "**Cherchez dans vos courriers indésirables** un message de {sender}. Déclarez cette adresse comme expéditeur reconnu.",
          "**Attendez un peu.** Il arrive en général en quelques minutes, mais une messagerie peut le retenir plus longtemps.",
          "**Vérifiez l'adresse** que vous avez saisie. C'est celle du mail d'activation, ou celle que votre administrateur a enregistrée pour vous.",
          "**Faites de la place** si votre boîte est pleine.",
          "**Redemandez-le** après quelques heures : [Mot de passe ou identifiant oublié](recover). Si plusieurs mails finissent par arriver, n'importe lequel convient tant qu'il n'a pas expiré.",
          "Après plusieurs échecs, écrivez ou téléphonez [à votre conseiller](contact).",
        ],
      },
      "Si un mail précédent nous est revenu de votre adresse, la page de récupération vous le dit : seul votre conseiller peut alors la corriger.",
    ],
  },
  en: {
    question: "I have not received the password recovery mail",
    summary: "It usually arrives within minutes. Look in your junk folder, wait, then ask for it again.",
    also: "reset mail not received spam junk late waiting link expired",
    answer: [
      {
        steps: [
          "**Look in your junk folder** for a message from {sender}. Mark this address as a safe sender.",
          "**Wait a little.** It usually arrives within minutes, but a mail service may hold it longer.",
          "**Check the address** you typed. It is that of the activation mail, or the one your administrator recorded for you.",
          "**Make room** if your mailbox is full.",
          "**Ask again** after a few hours: [Forgotten password or identifier](recover). If several mails arrive in the end, any of them will do until it expires.",
          "After several failures, write to or call [your adviser](contact).",
        ],
      },
      "If an earlier mail came back to us from your address, the recovery page says so: only your adviser can correct it then.",
    ],
  },
};
