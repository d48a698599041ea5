/**
 * Baseline: recursive search for a sanction, state by state and improvement by improvement, the way
 * earlier tools work: from the improvement, the opponents who have not moved yet are tried in every
 * order, each with every move it has. (Each opponent moves at most once, which is not the published
 * rule; for time it is the smaller search.) Exponential in the opponents.
 */
export function recursiveSearch({ codes, owned, ranks }) {
  const index = new Map(Array.from(codes, (code, s) => [code, s]));
  const masks = owned.map((options) => options.reduce((mask, k) => mask | (1 << k), 0));
  const reach = masks.map((mask) =>
    Array.from(codes, (code, s) => {
      const found = [];
      for (let sub = mask; ; sub = (sub - 1) & mask) {
        const to = index.get(((code & ~mask) | sub) >>> 0);
        if (to !== undefined && to !== s) found.push(to);
        if (sub === 0) break;
      }
      return found;
    }),
  );
  return ranks.map((own, i) => {
    const others = masks.map((_, j) => j).filter((j) => j !== i);
    const deters = (s, at, left, improving, noEscape) => {
      for (const j of left) {
        const rest = left.filter((k) => k !== j);
        for (const to of reach[j][at]) {
          if (improving && ranks[j][to] <= ranks[j][at]) continue;
          if (own[to] <= own[s] && (!noEscape || reach[i][to].every((e) => own[e] <= own[s])))
            return true;
          if (rest.length > 0 && deters(s, to, rest, improving, noEscape)) return true;
        }
      }
      return false;
    };
    const stable = (sanctioned) =>
      Uint8Array.from(codes, (_, s) =>
        reach[i][s].every((to) => own[to] <= own[s] || sanctioned(s, to)) ? 1 : 0,
      );
    return {
      Nash: stable(() => false),
      GMR: stable((s, to) => deters(s, to, others, false, false)),
      SMR: stable((s, to) => deters(s, to, others, false, true)),
      SEQ: stable((s, to) => deters(s, to, others, true, false)),
    };
  });
}
