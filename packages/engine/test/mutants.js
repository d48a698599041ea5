/**
 * Ways to break the kernels, for `npm run mutants`: each replaces one place of a source file. `tests`
 * are those that must notice. A mutant that changes no verdict says why in `same` and is not run.
 */
const VERDICTS = ['oracle', 'dense', 'theory'];

export const MUTANTS = [
  {
    file: 'concepts.ts',
    tests: [...VERDICTS, 'concepts'],
    changes: [
      {
        from: "answers: 'any',\n    escape: true,",
        to: "answers: 'any',\n    escape: false,",
      },
      {
        from: "answers: 'credible',\n    escape: true,",
        to: "answers: 'any',\n    escape: true,",
      },
      { from: 'if (other.escape && !one.escape) return false;', to: '' },
      {
        from: " || (one.answers === 'credible' && other.answers === 'any')",
        to: '',
      },
    ],
  },
  {
    file: 'dense/improvements.ts',
    tests: VERDICTS,
    changes: [
      {
        from: 'for (let turn = 0; unchanged < others.length; turn++)',
        to: 'for (let turn = 0; unchanged < others.length - 1; turn++)',
      },
      { from: 'if (turn >= budget) return false;', to: 'if (turn >= others.length) return true;' },
      {
        from: '        if ((entry & tie) !== 0) {\n          if (least < level) level = least;',
        to: '        if ((entry & tie) === 0) {\n          if (least < level) level = least;',
      },
      { from: '          if (level < above) above = level;', to: '' },
      {
        from: '          level = NOTHING;\n        }',
        to: '        }',
        same: 'what is left in level is never below above',
      },
      {
        from: 'for (let q = at + filled[block] - 1; q >= at; q--) {',
        to: 'for (let q = at + filled[block] - 1; q > at; q--) {',
      },
      {
        from: 'const changeable = (setting & forward) | (~setting & back);',
        to: 'const changeable = (~setting & forward) | (setting & back);',
      },
      {
        from: 'if (value < above[setting ^ changed]) above[setting ^ changed] = value;',
        to: 'if (value < above[setting]) above[setting] = value;',
      },
      { from: 'level = (entry & tie) !== 0;', to: 'level = false;' },
      { from: 'const d = above[entry & settings] - value;', to: 'const d = above[0] - value;' },
    ],
  },
  {
    file: 'dense/responses.ts',
    tests: VERDICTS,
    changes: [
      {
        from: 'for (let changed = oneWay.length > 0; changed;) {',
        to: 'for (let changed = false; changed;) {',
      },
      { from: 'changed = values.some((value, p) => value !== before[p]);', to: 'changed = false;' },
      {
        from: '      spreadMin(values, mover);\n      clear(values, feasible);',
        to: '      spreadMin(values, mover);',
      },
      { from: '      clear(values, feasible);\n      spreadMin', to: '      spreadMin' },
      {
        from: 'if (part >= 0 && values[p] < values[part]) values[part] = values[p];',
        to: 'if (part >= 0 && values[p] > values[part]) values[part] = values[p];',
      },
      {
        from: 'for (let p = values.length - 1; p >= 0; p--) values[p] = values[p & fixed];',
        to: '',
      },
    ],
  },
  {
    file: 'dense/components.ts',
    tests: VERDICTS,
    changes: [
      {
        from: 'const closed = flood(reached, feasible, others);',
        to: 'flood(reached, feasible, others);\n  const closed = true;',
      },
      { from: '      reached[w] &= feasible[w];\n', to: '' },
      { from: 'quiet = grew === 0 ? quiet + 1 : 1;', to: 'quiet = quiet + 1;' },
      {
        from: 'if (closed && reached.every((word, w) => word === feasible[w])) return { fixed, of: null };',
        to: 'return { fixed, of: null };',
      },
      { from: 'if (done[block]) continue;', to: 'if (done[0]) continue;' },
      {
        from: 'words[w] = word | ((word & without) << by) | ((word >>> by) & without);',
        to: 'words[w] = word | ((word & without) << by);',
      },
    ],
  },
  {
    file: 'dense/spread.ts',
    tests: VERDICTS,
    changes: [
      {
        from: '    maxOneWay(values, bit, up ? 0 : bit, up ? bit : 0);',
        to: '    maxOneWay(values, bit, up ? bit : 0, up ? 0 : bit);',
      },
      { from: 'if (k < end) maxTwo(values, 1 << k);', to: '' },
      { from: '      d = low - high;', to: '      d = high - low;' },
      { from: 'if (up && down) minTwo(values, bit);', to: 'if (up || down) minTwo(values, bit);' },
      { from: '      values[p + 3 * bit] = largest;', to: '' },
    ],
  },
  {
    file: 'dense/verdicts.ts',
    tests: VERDICTS,
    changes: [
      {
        from: "const improving = answers === 'credible';",
        to: 'const improving = escape;',
      },
      {
        from: 'work.set(escape ? this.#bestMoves() : own);',
        to: 'work.set(escape && !improving ? this.#bestMoves() : own);',
      },
      { from: '      work[p] += d & (d >> 31);', to: '' },
      {
        from: 'stable[s] = ((worth[p] - own[p] - 1) >>> 31) & 1;',
        to: 'stable[s] = ((worth[p] - own[p]) >>> 31) & 1;',
      },
      { from: '    this.#parts = null;\n    this.#focal = mover;', to: '    this.#focal = mover;' },
      { from: '    this.#escapesKnown = false;\n    this.#parts', to: '    this.#parts' },
      { from: '    // Sorting uses the working memory.\n    this.#focal = -1;', to: '' },
    ],
  },
  {
    file: 'dense/order.ts',
    tests: VERDICTS,
    changes: [
      { from: 'if (last[block] === rank) order', to: 'if (last[block] !== rank) order' },
      {
        from: 'const lowDigits = 2 ** digits - 1;',
        to: 'const lowDigits = 2 ** (digits - 1) - 1;',
      },
      {
        from: 'const last = largest < ranks.length ? new Int32Array(filled.length) : null;',
        to: 'const last = null as Int32Array | null;',
      },
    ],
  },
  {
    file: 'response.ts',
    tests: [...VERDICTS, 'properties'],
    changes: [
      {
        from: 'if (values[reach[k]] > best[s]) best[s] = values[reach[k]];',
        to: 'if (values[reach[k]] < best[s]) best[s] = values[reach[k]];',
      },
      {
        from: 'if (labelled[x] || (improving && own[x] >= rank)) continue;',
        to: 'if (labelled[x] || (improving && own[x] > rank)) continue;',
      },
      {
        from: 'if (improving && ranks[j][x] >= ranks[j][y]) continue;',
        to: 'if (improving && ranks[j][x] > ranks[j][y]) continue;',
      },
      {
        from: 'if (layer === j || labelled[before]) continue;',
        to: 'if (labelled[before]) continue;',
      },
      { from: 'if (!others.includes(j)) continue;', to: 'if (j >= moves.movers) continue;' },
      {
        from: 'escape ? bestOwnMoves(game, mover) : ranks[mover], credible)',
        to: 'ranks[mover], credible)',
      },
      {
        from: 'escape ? bestOwnMoves(game, mover) : ranks[mover], credible)',
        to: 'escape ? bestOwnMoves(game, mover) : ranks[mover], false)',
      },
      // What was worked out for one question must not be given to another.
      {
        from: '`${mover} ${credible} ${escape} ${opponentsRule}`',
        to: '`${mover} ${credible} ${opponentsRule}`',
      },
      {
        from: '`${mover} ${credible} ${escape} ${opponentsRule}`',
        to: '`${credible} ${escape} ${opponentsRule}`',
      },
      { from: 'credible ? ranks : [ranks[mover]],', to: '[ranks[mover]],' },
      {
        from: 'if (loweredByCells(values, who, improving, ROUNDS)) return values;',
        to: 'loweredByCells(values, who, improving, ROUNDS);\n    return values;',
        same: 'ways on which the others alternate more than 40 times do not come up in models of this size',
      },
    ],
  },
  {
    file: 'ascending.ts',
    tests: VERDICTS,
    changes: [
      {
        from: 'for (let s = 0; s < key.length; s++) place[key[s] + 1]++;',
        to: 'for (let s = 0; s < key.length; s++) place[key[s]]++;',
      },
      {
        from: 'if (key[s] > largest) largest = key[s];',
        to: 'if (key[s] < largest) largest = key[s];',
      },
    ],
  },
  {
    file: 'lowered-by-cells.ts',
    tests: VERDICTS,
    changes: [
      {
        from: 'for (let turn = 0; unchanged < others.length; turn++)',
        to: 'for (let turn = 0; unchanged < others.length - 1; turn++)',
      },
      {
        from: 'if (turn === rounds * others.length) return false;',
        to: 'if (turn > 1) return true;',
      },
      { from: 'unchanged = changed ? 1 : unchanged + 1;', to: 'unchanged++;' },
      {
        from: '        if (level < above) above = level;\n        level = NOTHING;',
        to: '        above = level;\n        level = NOTHING;',
        same: 'what has been gone through of a cell gives at most what is above it: the level is never more',
      },
      { from: 'if (level < above) above = level;', to: '' },
      { from: 'if (values[x] < level) level = values[x];', to: 'level = values[x];' },
      {
        from: 'if (ranks[x] !== rank) {',
        to: 'if (true) {',
      },
      {
        from: 'while (k < cells[to + 1] && lowered[states[k]] <= before) k++;',
        to: 'while (k < cells[to + 1] && lowered[states[k]] <= turn) k++;',
      },
      {
        from: 'for (let b = offsets[to]; b < offsets[to + 1]; b++) {\n      let above',
        to: 'for (let b = offsets[to] + 1; b < offsets[to + 1]; b++) {\n      let above',
      },
      {
        from: 'higher >= cells[to] && ranks[states[higher]] > ranks[x]; higher--',
        to: 'higher >= cells[to] && ranks[states[higher]] >= ranks[x]; higher--',
      },
      {
        from: 'if (values[states[higher]] < above) above = values[states[higher]];',
        to: 'above = values[states[higher]];',
      },
      {
        from: 'if (values[states[k]] < least) least = values[states[k]];',
        to: 'least = values[states[k]];',
      },
      {
        from: 'const last = below === null ? to + 1 : below.offsets[to + 1];',
        to: 'const last = below === null ? to + 1 : below.offsets[to] + 1;',
      },
    ],
  },
  {
    file: 'blocks.ts',
    tests: [...VERDICTS, 'properties', 'cheapest-changes'],
    changes: [
      { from: 'const oneWay = own & (forward | back);', to: 'const oneWay = own & forward;' },
      {
        from: 'cells.add(s, codes[s] & ~(own & ~oneWay));',
        to: 'cells.add(s, codes[s] & ~own);',
      },
      {
        from: '(key & own & forward) | (~key & own & back)',
        to: '(key & own & forward) | (key & own & back)',
      },
      {
        from: 'if ((gone[inBlock[k]] & ~gone[to]) === 0) cells.push(inBlock[k]);',
        to: 'if ((gone[to] & ~gone[inBlock[k]]) === 0) cells.push(inBlock[k]);',
      },
      {
        from: 'if (this.#sorted?.ranks !== ranks)',
        to: 'if (this.#sorted === null)',
      },
      {
        from: 'if (values[s] > own[cellOf[s]]) own[cellOf[s]] = values[s];',
        to: 'own[cellOf[s]] = values[s];',
      },
      {
        from: 'if (own[to] > best[cells[k]]) best[cells[k]] = own[to];',
        to: 'best[cells[k]] = own[to];',
      },
    ],
  },
  {
    file: 'cheapest-changes.ts',
    tests: ['cheapest-changes', 'nearest-ranking'],
    changes: [
      { from: 'if (left === 0)', to: 'if (left >= 0)' },
      {
        from: 'if (seen.add(child.key()))',
        to: 'if (true)',
        same: 'what was seen is only gone through again',
      },
      { from: 'if (removal.states?.[candidate.state] === 1) return;', to: '' },
      {
        from: 'if (given ? swap === null : left === 0) return;',
        to: 'if (given || left === 0) return;',
      },
      {
        from: 'const most = Math.floor(((given?.cost ?? 0) + left) / swap);',
        to: 'const most = Math.floor(left / swap);',
      },
      {
        from: 'const demands = [...(given?.demands ?? []), ...more];',
        to: 'const demands = [...more];',
      },
      {
        from: 'if (gap > 0 || (gap === 0 && !strictly)) return true;',
        to: 'if (gap > 0) return true;',
      },
      { from: 'if (k === all.length) return true;', to: 'if (k > 0) return true;' },
    ],
  },
  {
    file: 'failures.ts',
    tests: ['cheapest-changes', 'nearest-ranking'],
    changes: [
      { from: 'if (own[to] <= own[state]) continue;', to: 'if (own[to] < own[state]) continue;' },
      {
        from: 'if (own[state] > bearable) return false;',
        to: 'if (own[state] >= bearable) return false;',
      },
      { from: 'if (!this.#rule.escape) return true;', to: 'return true;' },
      { from: 'if (j === without || j === last) continue;', to: 'if (j === without) continue;' },
      {
        from: 'if (improving && ranks[y] <= ranks[x]) continue;',
        to: 'if (improving && ranks[y] < ranks[x]) continue;',
      },
      {
        from: 'through.search[cell] === this.#search && through.rank[cell] <= rank',
        to: 'through.search[cell] === this.#search',
      },
      {
        from: 'through.search[cell] === this.#search && through.rank[cell] <= rank',
        to: 'through.search[cell] > 0 && through.rank[cell] <= rank',
      },
      {
        from: '(r) => r.states?.[to] === 1 || r.move?.(state, to)',
        to: '(r) => r.states?.[to] === 1',
      },
      { from: 'if (escape) return null;', to: '' },
      {
        from: "failure.mover === null ? this.sought.reach === 'improvements' : answers === 'credible';",
        to: "answers === 'credible';",
      },
      {
        from: 'for (const x of failure.states.subarray(1)) states.push(state, x);',
        to: '',
      },
      {
        from: 'if (this.#inside[y] !== search || (this.#layers > 1 && own[y] <= own[x])) found.push(y, x);',
        to: 'if (this.#inside[y] !== search) found.push(y, x);',
      },
      { from: 'if (this.#rule.escape) return true;\n    return', to: 'return' },
      { from: 'if (failure.mover === null) return false;', to: '' },
    ],
  },
  {
    file: 'nearest-ranking.ts',
    tests: ['nearest-ranking', 'cheapest-changes'],
    changes: [
      {
        from: 'return strictly ? ranks[above] > ranks[below] : ranks[above] >= ranks[below];',
        to: 'return ranks[above] >= ranks[below];',
      },
      {
        from: 'if (gap > 0 || strictly) most = Math.max(most, gap === 0 ? 1 : gap);',
        to: 'if (gap > 0) most = Math.max(most, gap);',
      },
      {
        from: 'if (above && named.length + above.named.length > 0)',
        to: 'if (above && named.length > 0)',
      },
      {
        from: 'if (named.length + Math.min(rest, 1) < 2) continue;',
        to: 'if (named.length < 2) continue;',
      },
      {
        from: '      yield [...places.slice(0, k), others, alone, ...places.slice(k + 1)];\n',
        to: '',
      },
      { from: 'if (total <= most) (open[total]', to: 'if (total < most) (open[total]' },
      {
        from: 'moved[rank] = rank < lowest ? rank : rank + after.length - before.length;',
        to: 'moved[rank] = rank;',
      },
    ],
  },
  {
    file: 'pull.ts',
    tests: ['course'],
    changes: [
      {
        from: 'chances.push(1 / choices / counts[choice]);',
        to: 'chances.push(1 / counts[choice]);',
      },
      {
        from: 'if (components.of[arcs.targets[k]] !== c) inflow[arcs.targets[k]] += visits[m] * chances[k];',
        to: 'inflow[arcs.targets[k]] += visits[m] * chances[k];',
        same: 'the component itself has been gone through by then, and its inflow is not read again',
      },
      {
        from: 'inflow[nodeOf.get(start)!] += drawn[k];',
        to: 'inflow[nodeOf.get(start)!] = drawn[k];',
      },
      { from: 'at = drawn(drawn(choices));', to: 'at = drawn(choices.flat());' },
      { from: 'if (number < below) return k;', to: 'if (number > below) return k;' },
      { from: 'else if (met.has(at)) round = rounds.at(at);', to: '' },
      {
        from: 'own.length > 1 && offsets[c] === offsets[c + 1] ? own',
        to: 'own.length > 1 ? own',
      },
      { from: '(all > 0 ? one / all : 1 / starts.length)', to: '(one / all)' },
    ],
  },
  {
    file: 'visits.ts',
    tests: ['visits', 'course'],
    changes: [
      {
        from: 'if (row !== undefined) rows[row][column] -= chances[k];',
        to: 'if (row !== undefined) rows[column][row] -= chances[k];',
      },
      { from: 'visits[place] += mass;', to: 'visits[place] = mass;' },
      { from: 'waiting[to] += mass * chances[k];', to: 'waiting[to] = mass * chances[k];' },
    ],
  },
  {
    file: 'stability.ts',
    tests: VERDICTS,
    changes: [
      { from: 'if (ranks[s] < least[s]) least[s] = ranks[s];', to: '' },
      {
        from: 'simultaneouslyStable(game, mover, escape ? bestOwnMoves(game, mover) : ranks, watch)',
        to: 'simultaneouslyStable(game, mover, bestOwnMoves(game, mover), watch)',
      },
      {
        from: 'worthAfterAnswers(game, mover, { answers, escape })',
        to: "worthAfterAnswers(game, mover, { answers: 'any', escape })",
      },
      {
        from: 'worthAfterAnswers(game, mover, { answers, escape })',
        to: 'worthAfterAnswers(game, mover, { answers, escape: false })',
      },
      {
        from: 'stable[s] = best[s] <= own[s] ? 1 : 0;',
        to: 'stable[s] = best[s] < own[s] ? 1 : 0;',
      },
    ],
  },
  {
    file: 'simultaneous.ts',
    tests: VERDICTS,
    changes: [
      {
        from: 'return to >= 0 && this.#after[to] <= bearable ? to : -1;',
        to: 'return to >= 0 && this.#after[to] < bearable ? to : -1;',
      },
      {
        from: 'if (ranks[j][to] <= ranks[j][s]) continue;',
        to: 'if (ranks[j][to] < ranks[j][s]) continue;',
      },
      {
        from: 'if (bounds && bounds.at(start ^ joint) > bearable) continue;',
        to: 'if (bounds && bounds.at(start ^ joint) >= bearable) continue;',
      },
      { from: 'let to = this.#search(m + 1, changed);', to: 'let to = -1;' },
      {
        from: 'return bounds !== null && bounds.at(this.#space.codes[improvement]) > own[s];',
        to: 'return bounds !== null && bounds.at(this.#space.codes[improvement]) >= own[s];',
      },
      {
        from: 'bound((decided |= mask))',
        to: 'bound((decided = mask))',
        same: 'a bound over more choices is weaker, not wrong',
      },
    ],
  },
  {
    file: 'joint-bounds.ts',
    tests: VERDICTS,
    changes: [
      {
        from: 'if (ranks[s] < this.#least[at]) this.#least[at] = ranks[s];',
        to: 'this.#least[at] = ranks[s];',
      },
      { from: '      place++;\n', to: '', same: 'a bound over more states is weaker, not wrong' },
    ],
  },
  {
    file: 'single-states.ts',
    tests: ['oracle'],
    changes: [
      { from: 'if (j === mover || j === last) continue;', to: 'if (j === mover) continue;' },
      {
        from: "const improving = answers === 'credible';",
        to: 'const improving = escape;',
      },
      {
        from: 'if (own[this.#escapes[k]] > bearable) return true;',
        to: 'if (own[this.#escapes[k]] >= bearable) return true;',
      },
      { from: 'const search = ++this.#search;', to: 'const search = 1;' },
      { from: 'ranks[mover][y] <= bearable', to: 'ranks[mover][y] < bearable' },
    ],
  },
  {
    file: 'once-each.ts',
    tests: ['once-each'],
    changes: [
      { from: 'const after = least[set ^ (1 << bit)];', to: 'const after = least[set];' },
      {
        from: 'if (after[y] < value[x]) value[x] = after[y];',
        to: 'if (after[y] > value[x]) value[x] = after[y];',
      },
      { from: 'if (node.moved & (1 << bit)) return;', to: '' },
    ],
  },
  {
    file: 'reachability.ts',
    tests: ['oracle', 'theory', 'paths'],
    changes: [
      { from: 'if (j === last) continue;', to: '' },
      {
        from: 'if (own[out[k]] > own[state]) out[kept++] = out[k];',
        to: 'if (own[out[k]] >= own[state]) out[kept++] = out[k];',
      },
      {
        from: 'this.#depth[next] = this.#depth[node] + 1;',
        to: 'this.#depth[next] = this.#depth[node];',
      },
    ],
  },
  {
    file: 'explain.ts',
    tests: ['explain', 'theory'],
    changes: [
      {
        from: 'if (own[s] > own[state]) return false;',
        to: 'if (own[s] >= own[state]) return false;',
      },
      { from: 'return best === null || own[best] <= own[state];', to: 'return true;' },
      {
        from: 'if (reached.distance[s] <= 0) continue;',
        to: 'if (reached.distance[s] < 0) continue;',
      },
      {
        from: '.filter((to) => own[to] > own[state])',
        to: '.filter((to) => own[to] >= own[state])',
      },
    ],
  },
  {
    file: 'limited-move.ts',
    tests: ['limited-move', 'foresight'],
    changes: [
      {
        from: 'const moving = best >= 0 && own[best] > own[s];',
        to: 'const moving = best >= 0 && own[best] >= own[s];',
      },
      {
        from: 'if (best < 0 || own[end] > own[best]) best = end;',
        to: 'if (best < 0 || own[end] >= own[best]) best = end;',
      },
      {
        from: 'for (let h = 0; h < horizon; h++) current',
        to: 'for (let h = 1; h < horizon; h++) current',
      },
      {
        from: 'const led = limitedMoveStability(game, leader, 2);',
        to: 'const led = limitedMoveStability(game, leader, 1);',
      },
    ],
  },
  {
    file: 'maximin.ts',
    tests: ['limited-move', 'foresight', 'properties', 'theorems'],
    changes: [
      {
        from: 'theirs: turn(other, values.mine, (a, b) => a < b),',
        to: 'theirs: turn(other, values.mine, (a, b) => a > b),',
      },
      {
        from: 'maximinValues(game, mover, horizon - 1)',
        to: 'maximinValues(game, mover, horizon)',
      },
    ],
  },
  {
    file: 'slack.ts',
    tests: ['slack'],
    changes: [
      { from: 'swaps: own[decisive] - own[state],', to: 'swaps: own[decisive] - own[state] + 1,' },
      {
        from: "(change.direction === 'up' ? 0.5 : -0.5)",
        to: "(change.direction === 'up' ? -0.5 : 0.5)",
      },
    ],
  },
  {
    file: 'paths.ts',
    tests: ['paths'],
    changes: [
      { from: 'this.#cut ||= remaining >= length;', to: '' },
      { from: 'if (mover === last) continue;', to: '' },
    ],
  },
  {
    file: 'closed-classes.ts',
    tests: ['paths'],
    changes: [
      { from: 'if (!call.leaves) classes.push', to: 'classes.push' },
      { from: 'if (before) before.leaves = true;', to: '' },
    ],
  },
  {
    file: 'coalition/coalition-stability.ts',
    tests: ['coalition'],
    changes: [
      {
        from: 'if (!this.frontiers.exceed(c, bars, bar)) continue;',
        to: 'if (this.frontiers.exceed(c, bars, bar)) continue;',
      },
      {
        from: 'works = !this.frontiers.exceed(this.reach.componentOf(s2), bars, bar);',
        to: 'works = !exceeds(this.gains.values, s2 * this.gains.width, bars, bar, this.gains.width);',
      },
      { from: 'if (works) for (const { c: above } of path) this.#works[above] = 1;', to: '' },
      {
        from: 'if (stable[s] > nash[s]) open.push(s);',
        to: 'if (stable[s] < nash[s]) open.push(s);',
      },
      {
        from: 'credible ? this.actors.improvements(actor) : this.actors.moves(actor),',
        to: 'this.actors.moves(actor),',
      },
      {
        from: 'const least = answers.lowest(values, width, k);',
        to: 'const least = answers.lowest(values, width, 0);',
      },
      {
        from: 'frontiers.exceed(this.#reach.componentOf(s), bars, s * width) ? 0 : 1,',
        to: 'frontiers.exceed(this.#reach.componentOf(s), bars, 0) ? 0 : 1,',
      },
    ],
  },
  {
    file: 'joint-reach.ts',
    tests: ['coalition'],
    changes: [
      { from: '        if (j === last) return;', to: '' },
      {
        from: 'value = Math.min(value, least[arcs.targets[k]]);',
        to: 'value = value < 0 ? least[arcs.targets[k]] : value;',
      },
      {
        from: 'return state * this.#layers + this.#layers - 1;',
        to: 'return state * this.#layers;',
      },
    ],
  },
  {
    file: 'coalition/frontier.ts',
    tests: ['coalition'],
    changes: [
      {
        from: "if (order === 'covered') continue;",
        to: "if (order === 'covers') continue;",
        same: 'what another covers is never decisive',
      },
      { from: "return below ? 'covered' : 'covers';", to: "return 'covered';" },
      {
        from: 'if (difference > 0) above = true;',
        to: 'if (difference >= 0) above = true;',
        same: 'more vectors are kept than need be, none is lost',
      },
      { from: '          frontier.add(stored, at);', to: '          frontier.add(stored, 0);' },
    ],
  },
  {
    file: 'coalition/gains.ts',
    tests: ['coalition'],
    changes: [
      { from: 'this.bars[at + k] = pareto ? rank - 1 : rank;', to: 'this.bars[at + k] = rank;' },
      {
        from: 'if (values[a + k] <= bars[b + k]) return false;',
        to: 'if (values[a + k] < bars[b + k]) return false;',
      },
      {
        from: '      this.bars[at + members] = sum;',
        to: '      this.bars[at + members] = sum - 1;',
      },
    ],
  },
  {
    file: 'condense.ts',
    tests: ['coalition'],
    changes: [
      { from: 'if (of[to] < 0 && index[to] < low[node]) low[node] = index[to];', to: '' },
      { from: 'if (seen[to] === c) continue;', to: 'if (seen[to] >= 0) continue;' },
    ],
  },
  {
    file: 'relational/reading.ts',
    tests: ['relational'],
    changes: [
      {
        from: 'c: { moves: true, deters: true },',
        to: 'c: { moves: false, deters: true },',
      },
      {
        from: 'if (Number.isNaN(compared)) return ATTITUDES[extension].deters;',
        to: 'if (Number.isNaN(compared)) return !ATTITUDES[extension].moves;',
      },
      {
        from: 'return level === 0 ? compared <= 0 : compared <= -level;',
        to: 'return level === 0 ? compared <= 0 : compared < -level;',
      },
    ],
  },
  {
    file: 'relational/relational-stability.ts',
    tests: ['relational'],
    changes: [
      {
        from: 'return (this.#one[c] >= 0 && this.#one[c] !== s1) || (this.#two[c] >= 0 && this.#two[c] !== s1);',
        to: 'return this.#one[c] >= 0;',
      },
      {
        from: 'moves.transitive && (!credible || others.every((j) => this.relations[j].transitive));',
        to: 'moves.transitive;',
      },
      {
        from: 'if (!wouldDeter(this.#row[classOf[this.#escapes[m]]], this.reading)) return false;',
        to: '',
      },
      {
        from: "answers.to(mover, rule.answers === 'credible')",
        to: "answers.to(mover, rule.answers === 'any')",
      },
      { from: 'if (path.length > 0) this.#take(path[path.length - 1].c, c);', to: '' },
    ],
  },
  {
    file: 'relational/relation.ts',
    tests: ['relational-published', 'relational'],
    changes: [
      {
        from: 'else if (Math.sign(one) !== Math.sign(least)) return NaN;',
        to: 'else if (Math.sign(one) === -Math.sign(least) && one !== 0) return NaN;',
      },
      {
        from: 'else if (Math.abs(one) < Math.abs(least)) least = one;',
        to: 'else if (Math.abs(one) > Math.abs(least)) least = one;',
      },
      {
        from: 'for (let r = Math.min(a, b); r < Math.max(a, b); r++)',
        to: 'for (let r = Math.min(a, b) + 1; r < Math.max(a, b); r++)',
      },
    ],
  },
  {
    file: 'symbolic/symbolic-game.ts',
    tests: ['symbolic-random', 'symbolic'],
    changes: [
      {
        from: "const extreme = way === 'forward' ? bdd.not(statement) : statement;",
        to: 'const extreme = statement;',
      },
      {
        from: 'found = bdd.or(found, bdd.and(bdd.and(equal, unlike), canHere));',
        to: 'found = bdd.or(found, bdd.and(equal, unlike));',
      },
      { from: 'return fitting === FALSE ? left : fitting;', to: 'return fitting;' },
      {
        from: 'const others = bdd.and(this.feasible, bdd.rename(bdd.exists(ends, own), toOption));',
        to: 'const others = bdd.rename(bdd.exists(ends, own), toOption);',
      },
    ],
  },
  {
    file: 'symbolic/symbolic-stability.ts',
    tests: ['symbolic-random', 'symbolic'],
    changes: [
      { from: "answers === 'credible', improvements);", to: 'false, improvements);' },
      {
        from: "const escapes = game.step(mover, bdd.and(feasible, better), 'back', false);",
        to: "const escapes = game.step(mover, bdd.and(feasible, better), 'back', true);",
        same: 'who moves from a sanction to what it prefers to the state improves',
      },
      {
        from: 'if (j === mover) continue;',
        to: '',
        same: 'what the mover sets by its improvements is what is asked about',
      },
    ],
  },
  {
    file: 'symbolic/symbolic-reach.ts',
    tests: ['symbolic-random', 'symbolic'],
    changes: [
      {
        from: 'for (let idle = 0, k = joined - 1; idle < joined;',
        to: 'for (let idle = 0, k = joined - 1; idle < joined - 1;',
      },
      {
        from: 'const movers = game.movers.filter((j) => j !== except);',
        to: 'const movers = game.movers;',
      },
    ],
  },
];
