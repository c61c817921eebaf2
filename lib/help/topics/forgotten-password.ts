import type { HelpTopic } from "./help-topic";

export const forgottenPassword: HelpTopic = {
  slug: "forgotten-password",
  group: "signing_in",
  fr: {
    question: "J'ai oublié mon mot de passe. Que faire ?",
    summary: "Demandez un mail de récupération, ouvrez son lien et choisissez un nouveau mot de passe.",
    also: "perdu réinitialiser changer récupération mdp nouveau code",
    answer: [
      {
        steps: [
          "Sur la page de connexion, ouvrez [Mot de passe ou identifiant oublié](recover).",
          "Saisissez l'adresse rattachée à votre espace : celle du mail d'activation, ou celle que votre administrateur a enregistrée. Appuyez sur « Envoyer ».",
          "Ouvrez le mail de {sender} et suivez « retrouver mon identifiant ou choisir un mot de passe ». Le lien expire au bout de {linkMinutes} minutes.",
          "Si vous avez plusieurs espaces chez {supplier}, choisissez lequel, ou le même mot de passe pour tous.",
          "Saisissez le mot de passe deux fois, puis validez. La page de connexion s'ouvre, votre identifiant déjà rempli.",
        ],
      },
      "Le mot de passe compte au moins {passwordLength} caractères, dont 1 majuscule, 1 chiffre et 1 caractère spécial. [Choisir un bon mot de passe](topic:passwords)",
      { title: "« Aucun compte trouvé »" },
      "L'adresse saisie n'est pas celle de votre espace. Essayez une autre de vos adresses, ou celle de la personne qui a signé le contrat. Si rien ne convient, [votre conseiller](contact) peut vous dire laquelle est enregistrée.",
      { title: "Vous n'avez pas d'adresse e-mail" },
      "Votre espace a été créé par un administrateur de votre entreprise, sans adresse : lui seul peut vous donner un nouveau mot de passe.",
    ],
  },
  en: {
    question: "I forgot my password. What now?",
    summary: "Ask for a recovery mail, open its link and choose a new password.",
    also: "lost reset change recovery new code",
    answer: [
      {
        steps: [
          "On the sign-in page, open [Forgotten password or identifier](recover).",
          "Type the address of your space: that of the activation mail, or the one your administrator recorded. Send.",
          "Open the mail from {sender} and follow its link. It expires after {linkMinutes} minutes.",
          "If you have several spaces at {supplier}, choose which one, or the same password for all.",
          "Type the password twice, then confirm. The sign-in page opens, your identifier already filled in.",
        ],
      },
      "The password has at least {passwordLength} characters, with 1 capital, 1 digit and 1 special character. [Choosing a good password](topic:passwords)",
      { title: "“No account found”" },
      "The address you typed is not that of your space. Try another of yours, or that of the person who signed the contract. If none fits, [your adviser](contact) can tell you which one is recorded.",
      { title: "You have no e-mail address" },
      "An administrator of your company made your access without one: only they can give you a new password.",
    ],
  },
};
