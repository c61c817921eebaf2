import { company } from "./company";
import { contact } from "./contact";
import { formerPortal } from "./former-portal";
import { identity } from "./identity";
import { languages } from "./languages";
import { legalRole } from "./legal-role";
import { notifications } from "./notifications";
import { recoveryAnswer } from "./recovery-answer";
import { retention } from "./retention";
import { sender } from "./sender";
import { sharing } from "./sharing";
import { words } from "./words";

/** All forms of the settings, by name. */
export const SECTIONS = {
  identity,
  company,
  contact,
  languages,
  recoveryAnswer,
  sharing,
  retention,
  formerPortal,
  legalRole,
  words,
  sender,
  notifications,
};

export type SectionName = keyof typeof SECTIONS;

export const isSectionName = (name: string): name is SectionName => Object.hasOwn(SECTIONS, name);
