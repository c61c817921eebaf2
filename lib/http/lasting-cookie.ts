const YEAR_SECONDS = 365 * 86_400;

/** How a cookie is set that is to be remembered for a year and that every page may read. */
export const LASTING_COOKIE = { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax", secure: true } as const;
