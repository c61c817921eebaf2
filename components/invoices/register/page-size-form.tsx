import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { PAGE_SIZES, type PageSize } from "@/lib/invoices/register/page-size";

interface PageSizeFormProps {
  size: PageSize;
  query: string;
  /** Receives `size` and `query`. */
  setDisplay: (form: FormData) => Promise<void>;
  words: RegisterWords;
}

/** The choice of how many rows a page has, remembered in this browser. */
export function PageSizeForm({ size, query, setDisplay, words: { t } }: PageSizeFormProps) {
  return (
    <Form action={setDisplay} className="page-size">
      <input type="hidden" name="query" value={query} />
      <label htmlFor="size">{t("head.size")}</label>
      <div className="input-group">
        <select className="input" id="size" name="size" defaultValue={size}>
          {PAGE_SIZES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <SubmitButton>{t("filters.periods.show")}</SubmitButton>
      </div>
    </Form>
  );
}
