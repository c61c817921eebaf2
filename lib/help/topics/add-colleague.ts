import type { HelpTopic } from "./help-topic";

export const addColleague: HelpTopic = {
  slug: "add-colleague",
  group: "colleagues",
  fr: {
    question: "Puis-je donner accès à mes collègues ?",
    summary: "Oui, si vous êtes administrateur : Administration, « Ajout d'un utilisateur ».",
    also: "utilisateur collaborateur ajouter partager droits administrateur inviter accès équipe comptable",
    answer: [
      "La personne qui reçoit les mails de factures est administrateur de l'espace, et seuls les administrateurs donnent accès. Ouvrez [Administration](colleagues) pour savoir qui ils sont.",
      { title: "Vous êtes administrateur" },
      {
        steps: [
          "Ouvrez [Ajout d'un utilisateur](newColleague).",
          "Choisissez l'identifiant de votre collègue, son adresse e-mail par exemple. L'adresse est facultative, mais sans elle votre collègue ne pourra pas récupérer seul son mot de passe.",
          "Donnez-lui un mot de passe par défaut. **Aucun mail ne part** : transmettez vous-même l'identifiant et le mot de passe.",
          "Votre collègue choisit son propre mot de passe à sa première connexion, dans les {firstAccessDays} jours.",
        ],
      },
      "Vos collègues voient les mêmes factures que vous, mais ne reçoivent pas de mail à chaque nouvelle facture. Chacun peut changer son mot de passe à tout moment dans [Mon profil › Compte](account).",
      { title: "Quelqu'un s'en va" },
      "Désactivez-le dans [Administration](colleagues) : il est déconnecté aussitôt. Nommez un second administrateur avant de partir vous-même.",
    ],
  },
  en: {
    question: "Can I give my colleagues access?",
    summary: "Yes, if you are an administrator: Administration, Add a user.",
    also: "user colleague add share rights administrator invite access team accountant",
    answer: [
      "The person who receives the invoice mails is the space's administrator, and only administrators give access. Open [Administration](colleagues) to see who they are.",
      { title: "You are an administrator" },
      {
        steps: [
          "Open [Add a user](newColleague).",
          "Choose your colleague's identifier, their e-mail address for instance. The address is optional, but without it your colleague cannot recover a password alone.",
          "Give them a default password. **No mail leaves**: pass on the identifier and the password yourself.",
          "Your colleague chooses a password of their own at their first sign-in, within {firstAccessDays} days.",
        ],
      },
      "Your colleagues see the same invoices as you, but get no mail for new ones. Everybody can change their password at any time under [My profile › Account](account).",
      { title: "Somebody leaves" },
      "Deactivate them under [Administration](colleagues): they are signed out at once. Name a second administrator before you leave yourself.",
    ],
  },
};
