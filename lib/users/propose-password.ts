import { randomInt } from "node:crypto";
import { newPasswordFaults } from "@/lib/sign-in/password/new-password-faults";
import { PASSWORD_WORDS } from "./password-words";

const WORDS = 3;

/**
 * A default password that can be passed on by voice or paper, such as « Givre-Tulipe-Canard-58 »: three words out of about
 * 250 and two digits, more than a thousand million combinations; it satisfies the rule for new passwords. It must be
 * changed at the first sign-in and expires (`FIRST_ACCESS_DAYS`).
 */
export function proposePassword(identifier = ""): string {
  for (;;) {
    const words = Array.from({ length: WORDS }, () => PASSWORD_WORDS[randomInt(PASSWORD_WORDS.length)] ?? "");
    const password = [...words, String(randomInt(10, 100))].join("-");
    if (newPasswordFaults(password, identifier).length === 0) return password;
  }
}
