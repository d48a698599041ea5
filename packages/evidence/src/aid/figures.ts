import { text } from './labels.js';

/** `, quantity over 90 "percent"` for each figure that is not in words. */
export function figuresOf(quantities: readonly string[]): string {
  return quantities
    .map(quantityOf)
    .filter((figure) => figure !== null)
    .map((figure) => `, quantity ${figure}`)
    .join('');
}

const BOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:over|above|at least|more than|no (?:fewer|less) than|as many as)\b/iu, 'over'],
  [
    /^(?:under|below|at most|less than|fewer than|up to|no (?:more|longer) than|within)\b/iu,
    'under',
  ],
  [/^(?:about|around|some|roughly|approximately|nearly|almost|close to|an estimated)\b/iu, 'about'],
];
const POWERS: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** `over 90 "percent"`; null where the figure is in words. */
function quantityOf(words: string): string | null {
  const figure = /\d[\d,]*(?:\.\d+)?/u.exec(words);
  if (figure === null) return null;
  const bound = BOUNDS.find(([form]) => form.test(words))?.[1];
  const rest = words.slice(figure.index + figure[0].length).replace(/^[ -]/u, '');
  const power = /^(hundred|thousand|million|billion|trillion)\b ?/u.exec(rest);
  const value = Number(figure[0].replaceAll(',', '')) * (power ? POWERS[power[1]] : 1);
  const unit = [/[$€£¥]/u.exec(words)?.[0], rest.slice(power?.[0].length ?? 0)]
    .filter(Boolean)
    .join(' ');
  return `${bound === undefined ? '' : `${bound} `}${plain(value)} ${text(unit === '' ? 'in number' : unit)}`;
}

/** Without an exponent, which the language does not read. */
function plain(value: number): string {
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 6 });
}
