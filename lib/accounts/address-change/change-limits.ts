/** Further accounts with the same address that one form changes. */
export const MAX_OTHER_ACCOUNTS = 20;
