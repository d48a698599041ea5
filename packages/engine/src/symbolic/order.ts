/**
 * An order of the options in which those that are mentioned together stand near each other: the
 * size of a decision diagram grows with what has to be remembered from one variable to the next,
 * so with how far apart the options of one formula stand.
 *
 * FORCE (Aloul, Markov, Sakallah 2003): every group pulls its options towards its middle; each
 * option moves to the mean of its groups' middles, as long as the total span shrinks. It finds the
 * nearest good order only, so it starts twice: from the order of the model, which tends to have
 * related options together already, and from one in which every option comes right after those it
 * has most to do with.
 *
 * @param groups options that are mentioned together, such as those of one constraint.
 * @returns the options in their order.
 */
export function groupingOrder(
  optionCount: number,
  groups: readonly (readonly number[])[],
): number[] {
  const joining = groups.filter((group) => group.length > 1);
  const written = Array.from({ length: optionCount }, (_, k) => k);
  const [one, other] = [written, companionsFirst(optionCount, joining)].map((start) =>
    pulledTogether(start, joining),
  );
  return totalSpan(other, joining) < totalSpan(one, joining) ? other : one;
}

/** Each next option is the one most bound to those before it; the first of the model, where none is. */
function companionsFirst(optionCount: number, groups: readonly (readonly number[])[]): number[] {
  const bound = new Float64Array(optionCount);
  const rest = new Set(Array.from({ length: optionCount }, (_, k) => k));
  const order: number[] = [];
  while (rest.size > 0) {
    let next = -1;
    for (const option of rest) if (next < 0 || bound[option] > bound[next]) next = option;
    order.push(next);
    rest.delete(next);
    // A small group binds its options more closely than a large one.
    for (const group of groups)
      if (group.includes(next)) for (const option of group) bound[option] += 1 / group.length;
  }
  return order;
}

/** Rounds after which an order is good enough, and rounds without a better one. */
const ROUNDS = 60;
const PATIENCE = 10;

function pulledTogether(
  start: readonly number[],
  groups: readonly (readonly number[])[],
): number[] {
  let order = [...start];
  let best = order;
  let least = totalSpan(order, groups);
  for (let round = 0, better = 0; round < ROUNDS && round - better < PATIENCE; round++) {
    order = pulled(order, groups);
    const span = totalSpan(order, groups);
    if (span < least) [best, least, better] = [order, span, round];
  }
  return best;
}

function placesOf(order: readonly number[]): number[] {
  const place: number[] = [];
  order.forEach((option, k) => (place[option] = k));
  return place;
}

function totalSpan(order: readonly number[], groups: readonly (readonly number[])[]): number {
  const place = placesOf(order);
  return groups.reduce((sum, group) => {
    const places = group.map((option) => place[option]);
    return sum + Math.max(...places) - Math.min(...places);
  }, 0);
}

function pulled(order: readonly number[], groups: readonly (readonly number[])[]): number[] {
  const place = placesOf(order);
  const sums = new Float64Array(order.length);
  const pulls = new Int32Array(order.length);
  for (const group of groups) {
    const middle = group.reduce((sum, option) => sum + place[option], 0) / group.length;
    for (const option of group) {
      sums[option] += middle;
      pulls[option]++;
    }
  }
  const wanted = place.map((own, option) =>
    pulls[option] === 0 ? own : sums[option] / pulls[option],
  );
  return [...order].sort((a, b) => wanted[a] - wanted[b] || place[a] - place[b]);
}
