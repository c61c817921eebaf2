import type { HelpTopic } from "./help-topic";

export const colleaguePassword: HelpTopic = {
  slug: "colleague-password",
  group: "colleagues",
  fr: {
    question: "Un collègue a oublié son mot de passe",
    summary:
      "Avec une adresse e-mail, il le récupère seul. Sinon, un administrateur lui en donne un nouveau.",
    also: "réinitialiser utilisateur provisoire expiré bloqué sans adresse",
    answer: [
      {
        list: [
          "**Son adresse est enregistrée** : il ouvre [Mot de passe ou identifiant oublié](recover) et suit le mail reçu.",
          "**Il n'a pas d'adresse** : un administrateur lui donne un nouveau mot de passe par défaut dans [Administration](colleagues).",
          "**Son mot de passe par défaut a expiré** : il valait {firstAccessDays} jours. L'administrateur en donne un autre.",
        ],
      },
    ],
  },
  en: {
    question: "A colleague forgot their password",
    summary: "With an e-mail address they recover it alone. Otherwise an administrator gives them a new one.",
    also: "reset user temporary expired blocked without address",
    answer: [
      {
        list: [
          "**Their address is recorded**: they open [Forgotten password or identifier](recover) and follow the mail.",
          "**They have no address**: an administrator gives them a new default password under [Administration](colleagues).",
          "**Their default password has expired**: it worked for {firstAccessDays} days. The administrator gives another.",
        ],
      },
    ],
  },
};
