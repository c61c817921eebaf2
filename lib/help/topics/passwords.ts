import type { HelpTopic } from "./help-topic";

export const passwords: HelpTopic = {
  slug: "passwords",
  group: "security",
  fr: {
    question: "Choisir et changer mon mot de passe",
    summary:
      "Au moins {passwordLength} caractères, dont 1 majuscule, 1 chiffre et 1 caractère spécial. Vous le changez quand vous voulez.",
    also: "règles sécurité complexité modifier mot de passe caractères spéciaux refusé faible",
    answer: [
      {
        list: [
          "Au moins {passwordLength} caractères : {goodPasswordLength} ou plus, c'est mieux.",
          "1 majuscule, 1 chiffre et 1 caractère spécial.",
          "Ni votre identifiant, ni un mot de passe déjà divulgué ailleurs.",
        ],
      },
      "Quelques mots sans lien entre eux, un chiffre et un signe se retiennent bien. Ne reprenez pas celui d'un autre site.",
      "Pour le changer : [Mon profil › Compte](account), « Réinitialiser mon mot de passe ». Les connexions ouvertes ailleurs se ferment alors. Elles sont listées dans [Mon profil › Sécurité](security).",
    ],
  },
  en: {
    question: "Choosing and changing my password",
    summary:
      "At least {passwordLength} characters, with 1 capital, 1 digit and 1 special character. You change it whenever you like.",
    also: "rules security strength modify special characters refused weak",
    answer: [
      {
        list: [
          "At least {passwordLength} characters: {goodPasswordLength} or more are better.",
          "1 capital, 1 digit and 1 special character.",
          "Neither your identifier, nor a password already disclosed elsewhere.",
        ],
      },
      "A few unrelated words, a digit and a sign are easy to remember. Do not use that of another site.",
      "To change it: [My profile › Account](account), then reset the password. Sessions open elsewhere end at once. They are listed under [My profile › Security](security).",
    ],
  },
};
