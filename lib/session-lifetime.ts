import { HOUR_MS, MINUTE_MS } from "./durations";

/*
 * The lifetime of a session (OWASP ASVS 5.0, 7.3): without activity, and in total.
 */
export const IDLE_MINUTES = 30;
export const SESSION_HOURS = 8;

export const IDLE_MS = IDLE_MINUTES * MINUTE_MS;
export const SESSION_LIFETIME_MS = SESSION_HOURS * HOUR_MS;

/** How long a member of staff may view the portal as a customer's user; then the reason must be given again. */
export const VIEW_AS_MINUTES = 30;
export const VIEW_AS_MS = VIEW_AS_MINUTES * MINUTE_MS;
/**
 * Staff must give a code again after this time without activity (security T7). Equal to `auth_staff_idle()` in the
 * database.
 */
export const STAFF_IDLE_MINUTES = 15;
