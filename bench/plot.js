/** The growth of time with the option space, as SVG on logarithmic axes, beside straight proportion. */
export function plot(scale) {
  const width = 720;
  const height = 360;
  const [left, right, top, bottom] = [70, 20, 20, 50];
  const first = scale[0].options;
  const last = scale.at(-1).options;
  const low = Math.floor(Math.log10(Math.min(...scale.map(({ ms }) => ms))));
  const high = Math.ceil(Math.log10(Math.max(...scale.map(({ ms }) => ms))));
  const x = (options) => left + ((width - left - right) * (options - first)) / (last - first);
  const y = (ms) =>
    height - bottom - ((height - top - bottom) * (Math.log10(ms) - low)) / (high - low);
  const line = (points) => points.map(([a, b]) => `${a.toFixed(1)},${b.toFixed(1)}`).join(' ');
  const end = scale.at(-1);
  const proportion = scale.map(({ options }) => [x(options), y(end.ms / 2 ** (last - options))]);
  const grid = Array.from({ length: high - low + 1 }, (_, k) => low + k).map(
    (decade) =>
      `<line x1="${left}" x2="${width - right}" y1="${y(10 ** decade)}" y2="${y(10 ** decade)}" stroke="#8886"/>` +
      `<text x="${left - 8}" y="${y(10 ** decade) + 4}" text-anchor="end">${10 ** decade} ms</text>`,
  );
  const marks = scale.map(
    ({ options }) =>
      `<text x="${x(options)}" y="${height - bottom + 20}" text-anchor="middle">2^${options}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#777">
<title>Time of the four classic concepts for four decision makers, by size of the option space</title>
${grid.join('\n')}
${marks.join('\n')}
<text x="${(left + width - right) / 2}" y="${height - 8}" text-anchor="middle">points of the option space; dashed: time in proportion to them</text>
<polyline points="${line(proportion.filter(([, b]) => b <= height - bottom))}" fill="none" stroke="#888" stroke-dasharray="4 4"/>
<polyline points="${line(scale.map(({ options, ms }) => [x(options), y(ms)]))}" fill="none" stroke="#2563ab" stroke-width="2.5"/>
</svg>
`;
}
