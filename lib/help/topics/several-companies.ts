import type { HelpTopic } from "./help-topic";

export const severalCompanies: HelpTopic = {
  slug: "several-companies",
  group: "signing_in",
  fr: {
    question: "J'ai plusieurs entreprises. Combien d'identifiants me faut-il ?",
    summary: "Un par espace. La récupération les montre tous, et un seul mot de passe peut servir à tous.",
    also: "plusieurs comptes sociétés filiales groupe changer d'entreprise basculer expert-comptable",
    answer: [
      "Chaque entreprise a son espace, et chaque espace vous donne un identifiant.",
      "Pour les retrouver, demandez un mail de récupération avec [Mot de passe ou identifiant oublié](recover) : la page qu'il ouvre montre toutes vos entreprises chez {supplier}, chacune avec son identifiant. Vous pouvez y choisir le même mot de passe pour toutes.",
      "Pour passer d'une entreprise à l'autre sans vous reconnecter, rattachez leurs identifiants une fois pour toutes dans [Mon profil › Mes sociétés](companies).",
      "Pour les voir d'un coup, choisissez « Toutes mes sociétés » au-dessus de la liste des factures ou de « Archivage » : vous y cherchez et téléchargez pour toutes, et voyez dans laquelle il reste quelque chose à prendre.",
      "Le nom du fournisseur et celui de l'entreprise restent affichés en haut de chaque page : vous savez toujours où vous êtes.",
    ],
  },
  en: {
    question: "I have several companies. How many identifiers do I need?",
    summary: "One for each space. Recovery shows them all, and one password may serve them all.",
    also: "several accounts companies subsidiaries group switch company accountant",
    answer: [
      "Each company has its space, and each space gives you an identifier.",
      "To find them, ask for a recovery mail with [Forgotten password or identifier](recover): the page it opens shows all your companies at {supplier}, each with its identifier. You can choose the same password for all of them there.",
      "To go from one company to another without signing in again, attach their identifiers once and for all under [My profile › My companies](companies).",
      "To see them at one look, choose “All my companies” above the list of invoices or above “Nothing missing”: there you search and download for all of them, and see in which of them something is left to take.",
      "The names of the supplier and of the company stay at the top of every page: you always know where you are.",
    ],
  },
};
