/** What Enter presses, where another button of the form comes before the main one (HTML, implicit submission). */
export function DefaultSubmit() {
  return <button className="sr-only" tabIndex={-1} aria-hidden="true" />;
}
