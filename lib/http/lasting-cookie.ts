const YEAR_SECONDS = 365 * 86_400;

/**
 * Options of a cookie that is kept for a year and sent with every page. They meet the conditions of the prefix
 * `__Host-`.
 */
export const LASTING_COOKIE = { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax", secure: true } as const;
