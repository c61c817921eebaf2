/** The hidden first button of a form: Enter presses it, not a secondary button (HTML, implicit submission). */
export function DefaultSubmit() {
  return <button className="sr-only" tabIndex={-1} aria-hidden="true" />;
}
