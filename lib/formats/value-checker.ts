import { isPlainDate } from "@/lib/dates";
import type { FormatProblem } from "@/lib/formats/invoice-reading";
import { parseDecimal } from "@/lib/money";

const MAX_PROBLEMS = 100;
/** The longest text that is read from any field of a file; the deposit checks the shorter limits of single fields. */
const MAX_TEXT = 300;
const DECIMAL = /^[+-]?(\d+(?:\.\d*)?|\.\d+)$/;

/** The business term of a value, and whether EN 16931 requires it exactly once. */
export interface Term {
  field: string;
  term: string;
  isRequired?: boolean;
}

/** Turns texts into values. A malformed text gives null and a problem, never an exception. */
export class ValueChecker {
  readonly problems: FormatProblem[] = [];

  text(raw: string | null, term: Term): string | null {
    if (raw !== null && raw.length > MAX_TEXT) return this.refuse(term, "too_long", raw);
    return raw ?? this.absent(term);
  }

  /** CII writes 20261120 (UNTDID 2379 code 102, or 203 with a time), UBL an xs:date, which may carry a zone. */
  date(raw: string | null, term: Term): string | null {
    if (raw === null) return this.absent(term);
    const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:\d{4}|\d{6}|T[\d:.]+)?(?:Z|[+-]\d\d:\d\d)?$/.exec(raw);
    const date = match ? match.slice(1, 4).join("-") : "";
    return isPlainDate(date) ? date : this.refuse(term, "invalid", raw);
  }

  currency(raw: string | null, term: Term): string | null {
    if (raw === null) return this.absent(term);
    return /^[A-Z]{3}$/.test(raw) ? raw : this.refuse(term, "invalid", raw);
  }

  /** The amount as written; refused when it has more decimals than the currency. Without a currency only the form is checked. */
  amount(raw: string | null, currency: string | null, term: Term): string | null {
    const decimal = this.decimal(raw, term);
    if (decimal === null || currency === null) return decimal;
    return parseDecimal(decimal, currency) === null ? this.refuse(term, "too_precise", decimal) : decimal;
  }

  decimal(raw: string | null, term: Term): string | null {
    if (raw === null) return this.absent(term);
    return DECIMAL.test(raw) && raw.length <= 64 ? raw : this.refuse(term, "invalid", raw);
  }

  refuse(term: Term, reason: FormatProblem["reason"], value?: string): null {
    if (this.problems.length < MAX_PROBLEMS) {
      this.problems.push({ field: term.field, term: term.term, reason, value: value?.slice(0, 80) });
    }
    return null;
  }

  private absent(term: Term): null {
    return term.isRequired ? this.refuse(term, "missing") : null;
  }
}
