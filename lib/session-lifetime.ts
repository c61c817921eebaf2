/*
 * The lifetime of a session (OWASP ASVS 5.0, 7.3): without activity, and in total.
 */
export const IDLE_MINUTES = 30;
export const SESSION_HOURS = 8;

export const IDLE_MS = IDLE_MINUTES * 60_000;
export const SESSION_LIFETIME_MS = SESSION_HOURS * 3_600_000;

/** How long a member of staff views the portal as a customer's user before having to say the reason again. */
export const VIEW_AS_MINUTES = 30;
export const VIEW_AS_MS = VIEW_AS_MINUTES * 60_000;
/**
 * Staff must give a code again after this time without activity (security T7). Equal to `auth_staff_idle()` in the
 * database.
 */
export const STAFF_IDLE_MINUTES = 15;
