import { sql } from "drizzle-orm";
import { check, index, pgTable, text } from "drizzle-orm/pg-core";
import { instant, sha256 } from "./columns";

/**
 * The answers to forms, so that a form sent twice gets its first answer again. The key is a digest of the form's random
 * id and its content; the answer is sealed with that id, which is not stored.
 */
export const formAnswers = pgTable(
  "form_answers",
  {
    keyHash: sha256().primaryKey(),
    /** Null while the action runs. */
    answer: text(),
    /** After this instant, the action runs again if the same form is sent again. */
    expiresAt: instant().notNull(),
  },
  (t) => [
    index().on(t.expiresAt),
    check("form_answers_answer_is_bounded", sql`length(${t.answer}) <= 200000`),
  ],
);
