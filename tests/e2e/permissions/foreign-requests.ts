/** Fields that no form of ours has: identity and ownership never come from a request body. */
export const FOREIGN_FIELDS = Object.fromEntries(
  "id userId user_id accountId account_id supplierId supplier_id role status stamp identifier email emailVerifiedAt email_verified_at passwordHash password_hash mustChangePassword must_change_password preference channel customerNumber sessionId sid viewer kind isAdmin __proto__ constructor"
    .split(" ")
    .map((name) => [name, "operator"]),
);

/** No origin, another site, a sandbox, a sibling domain; some tests use the first two only. */
export const foreignOrigins = (portalUrl: string): Record<string, string>[] => [
  {},
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: portalUrl.replace("localhost", "evil.localhost") },
  { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
];
