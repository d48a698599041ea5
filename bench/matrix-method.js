/**
 * Baseline: the matrix representation of the literature (Xu, Hipel, Kilgour 2007, 2009), written
 * from the definitions: one dense 0/1 matrix for each decision maker's moves, joint moves as
 * products of them, one product for each verdict. Quadratic memory, cubic time.
 */
export function matrixMethod({ codes, owned, ranks }) {
  const n = codes.length;
  const masks = owned.map((options) => options.reduce((mask, k) => mask | (1 << k), 0));
  const moves = masks.map((mask) => {
    const J = zeros(n);
    for (let s = 0; s < n; s++)
      for (let t = 0; t < n; t++)
        if (s !== t && ((codes[s] ^ codes[t]) & ~mask) === 0) J[s * n + t] = 1;
    return J;
  });
  const improving = moves.map((J, i) => {
    const better = zeros(n);
    for (let s = 0; s < n; s++)
      for (let t = 0; t < n; t++)
        better[s * n + t] = J[s * n + t] && ranks[i][t] > ranks[i][s] ? 1 : 0;
    return better;
  });
  return ranks.map((own, i) => {
    const others = moves.map((_, j) => j).filter((j) => j !== i);
    const M = joint(
      others.map((j) => moves[j]),
      n,
    );
    const MPlus = joint(
      others.map((j) => improving[j]),
      n,
    );
    // noBetter[q][s]: q is no better than s for i.
    const noBetter = zeros(n);
    for (let q = 0; q < n; q++)
      for (let s = 0; s < n; s++) noBetter[q * n + s] = own[q] <= own[s] ? 1 : 0;
    const better = noBetter.map((v) => 1 - v);
    const escapes = product(moves[i], better, n);
    const final = noBetter.map((v, k) => (v && !escapes[k] ? 1 : 0));
    return {
      Nash: diagonal(improving[i], new Uint8Array(n * n).fill(1), n),
      GMR: diagonal(improving[i], inverse(product(M, noBetter, n)), n),
      SMR: diagonal(improving[i], inverse(product(M, final, n)), n),
      SEQ: diagonal(improving[i], inverse(product(MPlus, noBetter, n)), n),
    };
  });
}

/** M_H: all legal sequences of the members, as unions of products until nothing is added. */
function joint(members, n) {
  let last = members.map((J) => J.slice());
  const seen = last.map((J) => J.slice());
  for (let grew = true; grew;) {
    grew = false;
    const next = members.map((J, i) => {
      const before = zeros(n);
      last.forEach((M, j) => {
        if (j !== i) for (let k = 0; k < M.length; k++) before[k] |= M[k];
      });
      return product(before, J, n);
    });
    next.forEach((M, i) => {
      for (let k = 0; k < M.length; k++)
        if (M[k] && !seen[i][k]) {
          seen[i][k] = 1;
          grew = true;
        }
    });
    last = next;
  }
  const all = zeros(n);
  for (const M of seen) for (let k = 0; k < M.length; k++) all[k] |= M[k];
  return all;
}

function product(A, B, n) {
  const C = zeros(n);
  for (let r = 0; r < n; r++)
    for (let k = 0; k < n; k++) {
      if (A[r * n + k] === 0) continue;
      for (let c = 0; c < n; c++) C[r * n + c] |= B[k * n + c];
    }
  return C;
}

/** 1 where the diagonal of J·B is 0: stable. */
function diagonal(J, B, n) {
  const C = product(J, B, n);
  return Uint8Array.from({ length: n }, (_, s) => (C[s * n + s] === 0 ? 1 : 0));
}

function inverse(A) {
  return A.map((v) => 1 - v);
}

function zeros(n) {
  return new Uint8Array(n * n);
}
