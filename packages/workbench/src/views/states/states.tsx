export default function States() {
  return <p>…</p>;
}
