import { previewVersion } from "@/lib/invoices/original/preview-files";
import { ACCOUNTING_ROUTES } from "./accounting-routes";
import { type ClassifiedRoute, page } from "./classified-route";
import { DEPOSIT_ROUTES } from "./deposit-routes";
import {
  administratorPage,
  customerBytes,
  customerDocument,
  customerPage,
  everybody,
  readerBytes,
  readerPage,
  signInPage,
  staffPage,
  supplierManagerPage,
  supplierStaffBytes,
  supplierStaffPage,
  TO_CONSOLE,
} from "./expected-answers";
import { IMPORT_ROUTES } from "./import-routes";
import { OPERATOR_ROUTES } from "./operator-routes";
import { READING_ROUTES } from "./reading-routes";
import { SECOND_FACTOR_ROUTES } from "./second-factor-routes";
import { SETTINGS_ROUTES } from "./settings-routes";

/** Every page and route handler, and the answer for each visitor. A built route that is missing here fails the test. */
export const ROUTES: Record<string, ClassifiedRoute> = {
  "/": page("/", everybody),
  "/[supplier]": page("/mobilize-lease", signInPage),
  "/[supplier]/help": page("/mobilize-lease/help", everybody, true),
  "/[supplier]/help/[topic]": page("/mobilize-lease/help/no-notification-mail", everybody, true),
  "/[supplier]/recover": page("/mobilize-lease/recover", everybody),
  // With a valid link one can choose a password (tests/integration/recovery). This link was never mailed.
  "/[supplier]/reset/[token]": page("/mobilize-lease/reset/never-mailed", everybody),
  "/recover": page("/recover", everybody),
  "/reset/[token]": page("/reset/never-mailed", everybody),
  "/[supplier]/legal/accessibility": page("/mobilize-lease/legal/accessibility", everybody),
  "/[supplier]/legal/notice": page("/mobilize-lease/legal/notice", everybody),
  "/[supplier]/legal/privacy": page("/mobilize-lease/legal/privacy", everybody),
  // The prerendered error page: the same for everybody, with its own status.
  "/_global-error": page("/_global-error", { rest: 500 }),
  "/_not-found": page("/_not-found", { rest: 404 }),
  "/[...path]": page("/nothing/at/all", { rest: 404 }),
  "/icon.svg": page("/icon.svg", everybody),
  "/api/[...path]": page("/api/nothing/here", { rest: 404 }),
  "/api/cron/dispatch": {
    path: () => "/api/cron/dispatch",
    method: "POST",
    answers: { rest: 401 },
    isPrivate: true,
  },
  // No visitor can sign for the mail provider (tests/integration/mails/deliveries).
  "/api/webhooks/resend": {
    path: () => "/api/webhooks/resend",
    method: "POST",
    answers: { rest: 401 },
    isPrivate: true,
  },
  "/api/cron/digest": {
    path: () => "/api/cron/digest",
    method: "POST",
    answers: { rest: 401 },
    isPrivate: true,
  },
  // A direct link that was never mailed opens nothing for any visitor.
  "/d/[token]": page("/d/never-mailed", { rest: 404 }),
  "/d/[token]/[invoice]": { path: ({ invoice }) => `/d/never-mailed/${invoice.id}`, answers: { rest: 404 } },
  // Embedded mode only, where everybody may read the mailbox; otherwise 404.
  "/dev/mailbox": page("/dev/mailbox", everybody),
  "/dev/mailbox.json": page("/dev/mailbox.json", everybody),
  "/dev/mailbox/[id]": page("/dev/mailbox/none", { rest: 404 }),
  "/dev/mailbox/[id]/html": page("/dev/mailbox/none/html", { rest: 404 }),
  "/dev/mailbox/[id]/attachments/[number]": page("/dev/mailbox/none/attachments/0", { rest: 404 }),
  "/api/brand/[color]": page("/api/brand/0b4f6c", everybody),
  // No logo has this fingerprint.
  "/api/logo/[sha256]": page(`/api/logo/${"0".repeat(64)}`, { rest: 404 }, false),
  "/api/health": page("/api/health", everybody),
  "/api/ready": page("/api/ready", everybody),
  "/api/v1/accounts": {
    path: () => "/api/v1/accounts?changedSince=2026-01-01",
    answers: { rest: 401, supplier_key: 200 },
    isPrivate: true,
  },
  "/api/v1/accounts/[customerNumber]": {
    path: () => "/api/v1/accounts/nobody",
    answers: { rest: 401, supplier_key: 404 },
    isPrivate: true,
  },
  "/api/v1/invoices": {
    path: () => "/api/v1/invoices",
    method: "POST",
    answers: { rest: 401, supplier_key: 415 },
    isPrivate: true,
  },
  // Without a reason it changes nothing (tests/integration/deposits/withdraw-invoice.test.ts).
  "/api/v1/invoices/[id]/withdrawal": {
    path: ({ invoice }) => `/api/v1/invoices/${invoice.id}/withdrawal`,
    method: "POST",
    answers: { rest: 401, supplier_key: 422 },
    isPrivate: true,
  },
  "/invoices": page("/invoices", readerPage),
  "/invoices/reading": page("/invoices/reading", readerPage),
  "/invoices/removed": page("/invoices/removed", readerPage),
  "/invoices/[id]": {
    path: ({ invoice }) => `/invoices/${invoice.id}`,
    answers: customerDocument,
    isPrivate: true,
  },
  "/invoices/[id]/original": {
    path: ({ invoice }) => `/invoices/${invoice.id}/original`,
    answers: readerBytes,
    isPrivate: true,
  },
  // The newest demo invoices are Factur-X files; only their account gets the XML.
  "/invoices/[id]/xml": {
    path: ({ invoice }) => `/invoices/${invoice.id}/xml`,
    answers: readerBytes,
    isPrivate: true,
  },
  "/invoices/[id]/attachments/[n]": {
    path: ({ invoiceWithJoined }) => `/invoices/${invoiceWithJoined.id}/attachments/1`,
    answers: readerBytes,
    isPrivate: true,
  },
  // Files that the preview loads: from a public package, the same for everybody.
  "/pdf.js/[version]/[...file]": page(`/pdf.js/${previewVersion()}/wasm/jbig2.wasm`, everybody),
  ...ACCOUNTING_ROUTES,
  ...READING_ROUTES,
  // Each customer exports its own invoices; tests/integration/exports checks that no query reaches others.
  "/invoices/export": {
    path: () => "/invoices/export?format=csv&from=2000-01-01",
    answers: { ...customerBytes, other_administrator: 200 },
    isPrivate: true,
  },
  "/admin/users": page("/admin/users", readerPage),
  "/admin/users/new": page("/admin/users/new", administratorPage),
  "/admin/users/several": page("/admin/users/several", administratorPage),
  "/admin/users/[id]": {
    path: ({ visitors }) => `/admin/users/${visitors.member.userId}`,
    answers: { ...administratorPage, other_administrator: 404 },
    isPrivate: true,
  },
  "/admin/journal": page("/admin/journal", administratorPage),
  "/admin/journal/export": page("/admin/journal/export", {
    rest: { to: /^\/admin\/journal$/ },
    administrator: 200,
    other_administrator: 200,
  }),
  "/profile/account": page("/profile/account", customerPage),
  // Each user gets their own data; there is no address for the data of others.
  "/profile/account/export": page("/profile/account/export", { ...customerBytes, other_administrator: 200 }),
  "/profile/display": page("/profile/display", readerPage),
  "/profile/notifications": page("/profile/notifications", readerPage),
  "/profile/requests": page("/profile/requests", readerPage),
  "/profile/requests/new": page("/profile/requests/new", customerPage),
  "/profile/requests/[id]": {
    path: ({ request }) => `/profile/requests/${request.id}`,
    answers: customerDocument,
    isPrivate: true,
  },
  "/profile/security": page("/profile/security", customerPage),
  // These visitors have no second factor. A visitor without fresh proof is asked for it on the page before.
  "/profile/security/second-factor": page("/profile/security/second-factor", {
    ...customerPage,
    old_proof: { to: /^\/profile\/security$/ },
  }),
  "/profile/companies": page("/profile/companies", customerPage),
  // tests/integration/persons/attach-by-link.test.ts checks who may use a mailed link. This link was never mailed.
  "/profile/companies/attach/[token]": page("/profile/companies/attach/never-mailed", customerPage),
  "/console": page("/console", { ...staffPage, operator: { to: /^\/console\/health$/ } }),
  // Each shows only the accounts of the visitor's own supplier (tests/integration/accounts/account-lists.test.ts).
  "/console/accounts": page("/console/accounts", supplierStaffPage),
  "/console/accounts/bulk": page("/console/accounts/bulk?action=resend_activation", supplierStaffPage),
  "/console/accounts/export": page("/console/accounts/export?list=paper", {
    rest: { to: /^\/console\/accounts\?list=paper$/ },
    adviser: 200,
    manager: 200,
    other_adviser: 200,
  }),
  "/console/accounts/[id]": {
    path: ({ account }) => `/console/accounts/${account.id}`,
    answers: { ...supplierStaffPage, other_adviser: 404 },
    isPrivate: true,
  },
  ...DEPOSIT_ROUTES,
  ...IMPORT_ROUTES,
  "/console/view-as": page("/console/view-as", {
    ...staffPage,
    adviser: TO_CONSOLE,
    manager: TO_CONSOLE,
    other_adviser: TO_CONSOLE,
    operator: TO_CONSOLE,
    view_as: 200,
  }),
  "/console/requests": page("/console/requests", supplierStaffPage),
  "/console/requests/settings": page("/console/requests/settings", supplierStaffPage),
  "/console/requests/[id]": {
    path: ({ request }) => `/console/requests/${request.id}`,
    answers: { ...supplierStaffPage, other_adviser: 404 },
    isPrivate: true,
  },
  "/console/templates": page("/console/templates", supplierStaffPage),
  "/console/templates/new": page("/console/templates/new", supplierStaffPage),
  "/console/templates/[id]": {
    path: ({ template }) => `/console/templates/${template.id}`,
    answers: { ...supplierStaffPage, other_adviser: 404 },
    isPrivate: true,
  },
  "/console/deliveries": page("/console/deliveries", supplierStaffPage),
  "/console/deliveries/export": page("/console/deliveries/export", {
    rest: { to: /^\/console\/deliveries$/ },
    adviser: 200,
    manager: 200,
    other_adviser: 200,
  }),
  "/console/audit": page("/console/audit", supplierManagerPage),
  "/console/audit/export": page("/console/audit/export", {
    ...supplierStaffBytes,
    adviser: 404,
    other_adviser: 404,
  }),
  "/console/staff": page("/console/staff", { ...staffPage, adviser: TO_CONSOLE, other_adviser: TO_CONSOLE }),
  ...OPERATOR_ROUTES,
  ...SETTINGS_ROUTES,
  ...SECOND_FACTOR_ROUTES,
};
