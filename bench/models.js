/** Seeded random numbers in [0, 1): mulberry32. */
export function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A random model in option form: options dealt to the decision makers in turn, each point feasible
 * with probability `density`, each ranking a random strict order.
 */
export function randomModel({ options, deciders, density, seed }) {
  const next = random(seed);
  const feasible = new Uint32Array(2 ** options);
  let size = 0;
  for (let code = 0; code < feasible.length; code++)
    if (density === 1 || next() < density) feasible[size++] = code;
  const codes = feasible.slice(0, size);
  const owned = Array.from({ length: deciders }, () => []);
  for (let k = 0; k < options; k++) owned[Math.floor((k * deciders) / options)].push(k);
  const ranks = owned.map(() => {
    const order = Int32Array.from(codes, (_, s) => s + 1);
    for (let k = size - 1; k > 0; k--) {
      const other = Math.floor(next() * (k + 1));
      [order[k], order[other]] = [order[other], order[k]];
    }
    return order;
  });
  return { options, codes, owned, ranks, directions: new Array(options).fill('both') };
}
