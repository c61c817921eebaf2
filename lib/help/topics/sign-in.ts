import type { HelpTopic } from "./help-topic";

export const signIn: HelpTopic = {
  slug: "sign-in",
  group: "signing_in",
  fr: {
    question: "Comment me connecter ?",
    summary:
      "Avec votre identifiant et votre mot de passe. La première fois, choisissez d'abord le mot de passe.",
    also: "connexion entrer accès première fois login essais bloqué session expirée déconnecté",
    answer: [
      { title: "La première fois" },
      "Choisissez votre mot de passe : ouvrez le lien de votre mail d'activation, ou [Mot de passe ou identifiant oublié](recover). Le chemin est le même que pour un oubli.",
      { title: "Ensuite" },
      {
        steps: [
          "Ouvrez [la page de connexion](signIn) {supplier}.",
          "Saisissez l'identifiant que {supplier} vous a donné, puis votre mot de passe.",
          "Appuyez sur « Connexion ».",
        ],
      },
      { title: "La connexion est refusée" },
      {
        list: [
          "Vérifiez l'identifiant autant que le mot de passe : la réponse ne dit pas lequel est faux, pour votre sécurité. [Où trouver mon identifiant](topic:find-identifier)",
          "Après plusieurs essais, il faut attendre quelques minutes. La récupération reste possible pendant ce temps.",
          "Un mot de passe par défaut, donné par un administrateur, ne vaut que {firstAccessDays} jours.",
          "Après {idleMinutes} minutes sans rien faire, ou {sessionHours} heures en tout, il faut se reconnecter.",
        ],
      },
    ],
  },
  en: {
    question: "How do I sign in?",
    summary: "With your identifier and your password. The first time, choose the password first.",
    also: "login log in enter access first time attempts blocked session expired signed out",
    answer: [
      { title: "The first time" },
      "Choose your password: open the link of your activation mail, or [Forgotten password or identifier](recover). The way is the same as for a forgotten one.",
      { title: "From then on" },
      {
        steps: [
          "Open {supplier}'s [sign-in page](signIn).",
          "Type the identifier that {supplier} gave you, then your password.",
          "Sign in.",
        ],
      },
      { title: "Signing in is refused" },
      {
        list: [
          "Check the identifier as much as the password: the answer does not say which one is wrong, for your safety. [Where to find my identifier](topic:find-identifier)",
          "After several attempts you have to wait a few minutes. Recovery stays possible meanwhile.",
          "A default password, given by an administrator, works for {firstAccessDays} days only.",
          "After {idleMinutes} minutes without doing anything, or {sessionHours} hours in all, you have to sign in again.",
        ],
      },
    ],
  },
};
