/** State indexes by ascending key; a counting sort, since keys are dense ranks. */
export function ascending(key: Int32Array): Int32Array {
  let largest = 0;
  for (let s = 0; s < key.length; s++) if (key[s] > largest) largest = key[s];
  const place = new Int32Array(largest + 2);
  for (let s = 0; s < key.length; s++) place[key[s] + 1]++;
  for (let k = 1; k < place.length; k++) place[k] += place[k - 1];
  const order = new Int32Array(key.length);
  for (let s = 0; s < key.length; s++) order[place[key[s]]++] = s;
  return order;
}
