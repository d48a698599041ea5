/** The situation as forms. Nothing is here yet; it is edited as text. */
export function Forms() {
  return <p>There are no forms yet. Edit the situation as text.</p>;
}
