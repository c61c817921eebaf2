import type { PortalWorld, VisitorKind } from "./visitors";

/** An action on the page of the world's request: `onRequest` in the console, `onOwnRequest` in the account. */
const onRequest = {
  path: ({ request }: PortalWorld) => `/console/requests/${request.id}`,
  isBound: true,
  writtenFor: "adviser" as const,
};
const onOwnRequest = {
  path: ({ request }: PortalWorld) => `/profile/requests/${request.id}`,
  isBound: true,
  writtenFor: "administrator" as const,
};

const nobody: VisitorKind[] = [];
const ofAccount: VisitorKind[] = ["administrator", "member", "old_proof"];
const ofSupplier: VisitorKind[] = ["adviser", "manager", "old_proof_manager"];

/** The actions of requests, questions and templates (`classified-actions.ts`). */
export const REQUEST_ACTIONS = {
  // The number of open requests of an account, and of its messages a day, is limited.
  "app/(customer)/profile/requests/ask-question-action.ts#askQuestionAction": {
    path: "/profile/requests/new",
    fields: { invoice: "", topic: "other", text: "Bonjour ?" },
    changes: nobody,
    provedIn: "tests/e2e/requests.spec.ts",
  },
  "app/(customer)/profile/requests/reply-action.ts#replyAction": {
    ...onOwnRequest,
    fields: { text: "Bonjour {me} ?" },
    changes: ofAccount,
  },
  "app/(customer)/profile/requests/close-request-action.ts#closeRequestAction": {
    ...onOwnRequest,
    fields: {},
    changes: ofAccount,
    isOnce: true,
  },
  // The first answer adds a message to the thread, so the second one is refused (tests/integration/requests).
  "app/console/requests/[id]/answer-request-action.ts#answerRequestAction": {
    ...onRequest,
    fields: { text: "Bonjour {me}", template: "", seen: "{request}", step: "send" },
    changes: ofSupplier,
    isOnce: true,
    answersInPlace: true,
  },
  "app/console/requests/[id]/assign-request-action.ts#assignRequestAction": {
    ...onRequest,
    fields: { assignee: "{myId}" },
    changes: ofSupplier,
  },
  "app/console/requests/[id]/close-or-reopen-request-action.ts#closeOrReopenRequestAction": {
    ...onRequest,
    fields: { outcome: "closed" },
    changes: ofSupplier,
    isOnce: true,
  },
  // Called by a script while an answer is typed; writes no row of a user.
  "app/console/requests/[id]/mark-answering-action.ts#markAnsweringAction": {
    ...onRequest,
    isBound: false,
    fields: {},
    changes: nobody,
    answersInPlace: true,
  },
  "app/console/requests/[id]/pass-on-request-action.ts#passOnRequestAction": {
    ...onRequest,
    isBound: false,
    fields: { contact: "00000000-0000-7000-8000-000000000000", note: "" },
    changes: nobody,
  },
  "app/console/requests/settings/add-contact-action.ts#addContactAction": {
    path: "/console/requests/settings",
    fields: { name: "Atelier {me}", email: "atelier-{me}@essai.example" },
    changes: ["manager" as const],
    isBound: true,
    writtenFor: "manager" as const,
    answersInPlace: true,
  },
  "app/console/requests/settings/remove-contact-action.ts#removeContactAction": {
    path: "/console/requests/settings",
    fields: { contact: "00000000-0000-7000-8000-000000000000" },
    changes: nobody,
  },
  "app/console/requests/settings/set-delay-action.ts#setDelayAction": {
    path: "/console/requests/settings",
    fields: { days: "no number" },
    changes: nobody,
  },
  "app/console/templates/save-template-action.ts#saveTemplateAction": {
    path: ({ template }: PortalWorld) => `/console/templates/${template.id}`,
    fields: { title: "Modèle {me}", fr: "Bonjour {name}", en: "", step: "save" },
    changes: ofSupplier,
    isBound: true,
    writtenFor: "adviser" as const,
    answersInPlace: true,
  },
  "app/console/templates/remove-template-action.ts#removeTemplateAction": {
    path: ({ template }: PortalWorld) => `/console/templates/${template.id}`,
    fields: {},
    changes: ofSupplier,
    isOnce: true,
    isBound: true,
    writtenFor: "adviser" as const,
  },
};
