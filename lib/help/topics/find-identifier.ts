import type { HelpTopic } from "./help-topic";

export const findIdentifier: HelpTopic = {
  slug: "find-identifier",
  group: "first_connection",
  fr: {
    question: "Où trouver mon identifiant de connexion ?",
    summary: "Dans le mail d'activation, surligné en jaune. Sinon, un mail de récupération vous le redonne.",
    also: "login nom d'utilisateur id compte numéro client retrouver perdu oublié",
    answer: [
      {
        list: [
          "**Dans votre mail d'activation**, surligné en jaune. Il venait de {sender}.",
          "**Auprès de l'administrateur de votre entreprise**, si c'est lui qui vous a donné accès.",
        ],
      },
      { title: "Vous ne retrouvez pas ce mail" },
      {
        steps: [
          "Ouvrez [Mot de passe ou identifiant oublié](recover).",
          "Saisissez l'adresse où le mail d'activation est arrivé, ou celle que votre administrateur a enregistrée pour vous, puis « Envoyer ».",
          "Ouvrez le mail reçu : son lien mène à une page qui montre votre entreprise et votre identifiant. Si vous avez plusieurs entreprises, la page les montre toutes, chacune avec son identifiant.",
        ],
      },
      "Le lien expire au bout de {linkMinutes} minutes. S'il a expiré, recommencez : un nouveau mail part aussitôt.",
      "Votre identifiant est votre adresse e-mail si elle ne sert nulle part ailleurs sur le portail. Sinon, un identifiant court vous a été attribué.",
    ],
  },
  en: {
    question: "Where do I find my identifier?",
    summary: "In the activation mail, highlighted in yellow. Otherwise a recovery mail gives it back to you.",
    also: "login username user name id account customer number lost forgotten",
    answer: [
      {
        list: [
          "**In your activation mail**, highlighted in yellow. It came from {sender}.",
          "**From your company's administrator**, if they gave you access.",
        ],
      },
      { title: "You cannot find that mail" },
      {
        steps: [
          "Open [Forgotten password or identifier](recover).",
          "Type the address where the activation mail arrived, or the one that your administrator recorded for you, then choose “Send”.",
          "Open the mail you receive: its link leads to a page that shows your company and your identifier. If you have several companies the page shows them all, each with its own identifier.",
        ],
      },
      "The link expires after {linkMinutes} minutes. If it has, start again: another mail leaves at once.",
      "Your identifier is your e-mail address when it is used nowhere else on the portal. Otherwise you were given a short one.",
    ],
  },
};
