/**
 * The actions of `/console/settings`. The suppliers of the demo keep their look, so the form is one that was overtaken
 * and the logo has no file. The check of a domain is stored with the supplier, whose row is no visitor's. What managers
 * change, and that nobody else does: tests/integration/settings.
 */
export const SETTINGS_ACTIONS = {
  "app/console/settings/save-settings-action.ts#saveSettingsAction": {
    path: "/console/settings",
    fields: { name: "Loueur {me}", brandColor: "#5b2a86", version: "overtaken" },
    changes: [],
    isBound: true,
    writtenFor: "manager" as const,
  },
  "app/console/settings/save-logo-action.ts#saveLogoAction": {
    path: "/console/settings",
    fields: {},
    changes: [],
    isBound: true,
    writtenFor: "manager" as const,
  },
  "app/console/settings/mails/check-domain-action.ts#checkDomainAction": {
    path: "/console/settings/mails",
    fields: {},
    changes: [],
    isBound: true,
    writtenFor: "manager" as const,
  },
};
