import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";

/** The keys of the list, and what each does. */
const KEYS = [
  ["/", "search"],
  ["j", "next"],
  ["k", "previous"],
  ["Enter", "open"],
  ["x", "choose"],
  ["d", "download"],
  ["?", "help"],
] as const;

interface ShortcutsProps {
  isOn: boolean;
  query: string;
  /** Receives `shortcuts` and `query`. */
  setDisplay: (form: FormData) => Promise<void>;
  words: RegisterWords;
}

/** The keyboard shortcuts of the list, told in a popover, with the switch that turns them off (WCAG 2.1.4). */
export function Shortcuts({ isOn, query, setDisplay, words: { t } }: ShortcutsProps) {
  return (
    <>
      <button type="button" className="tap-link needs-script" popoverTarget="shortcuts">
        {t("shortcuts.title")}
      </button>
      <div
        id="shortcuts"
        popover="auto"
        role="dialog"
        aria-labelledby="shortcuts-title"
        className="shortcuts"
      >
        <h2 id="shortcuts-title">{t("shortcuts.title")}</h2>
        <dl>
          {KEYS.map(([key, name]) => (
            <div key={key}>
              <dt>
                <kbd>{key === "Enter" ? t("shortcuts.enter") : key}</kbd>
              </dt>
              <dd>{t(`shortcuts.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t("shortcuts.range")}</p>
        <Form action={setDisplay}>
          <input type="hidden" name="query" value={query} />
          <input type="hidden" name="shortcuts" value={isOn ? "off" : "on"} />
          <p>{t(isOn ? "shortcuts.areOn" : "shortcuts.areOff")}</p>
          <SubmitButton>{t(isOn ? "shortcuts.turnOff" : "shortcuts.turnOn")}</SubmitButton>
        </Form>
      </div>
    </>
  );
}
