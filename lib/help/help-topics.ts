import type { HelpTopic } from "@/lib/help/topics/help-topic";
import { about } from "./topics/about";
import { addColleague } from "./topics/add-colleague";
import { changeNotification } from "./topics/change-notification";
import { colleaguePassword } from "./topics/colleague-password";
import { downloadMany } from "./topics/download-many";
import { findIdentifier } from "./topics/find-identifier";
import { forgottenPassword } from "./topics/forgotten-password";
import { genuineMails } from "./topics/genuine-mails";
import { howNotified } from "./topics/how-notified";
import { keptHowLong } from "./topics/kept-how-long";
import { legalValue } from "./topics/legal-value";
import { missingInvoice } from "./topics/missing-invoice";
import { noActivationMail } from "./topics/no-activation-mail";
import { noNotificationMail } from "./topics/no-notification-mail";
import { noRecoveryMail } from "./topics/no-recovery-mail";
import { olderInvoices } from "./topics/older-invoices";
import { openMyInvoices } from "./topics/open-my-invoices";
import { otherSupplier } from "./topics/other-supplier";
import { paper } from "./topics/paper";
import { passwords } from "./topics/passwords";
import { severalCompanies } from "./topics/several-companies";
import { signIn } from "./topics/sign-in";
import { whoToAsk } from "./topics/who-to-ask";

/** All questions of the help, in the order of the page. */
export const HELP_TOPICS: readonly HelpTopic[] = [
  about,
  openMyInvoices,
  noActivationMail,
  findIdentifier,
  signIn,
  forgottenPassword,
  noRecoveryMail,
  otherSupplier,
  severalCompanies,
  whoToAsk,
  missingInvoice,
  olderInvoices,
  downloadMany,
  keptHowLong,
  howNotified,
  noNotificationMail,
  changeNotification,
  paper,
  addColleague,
  colleaguePassword,
  passwords,
  genuineMails,
  legalValue,
];
