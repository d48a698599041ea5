/** Five actors with so many options in all, who want each other's options the other way round. */
export function crowd(options: number): string {
  const actors = Array.from({ length: 5 }, (_, a) => {
    const own = Array.from({ length: options }, (__, k) => k).filter((k) => k % 5 === a);
    const wishes = Array.from({ length: options }, (__, k) => (k * 7 + a * 3) % options)
      .slice(0, 9)
      .map((k) => `${(k + a) % 2 === 0 ? 'not ' : ''}A${k % 5}.o${k}`);
    return `actor A${a} { ${own.map((k) => `option o${k}`).join(' ')}\n prefers {\n${wishes.join('\n')}\n} }`;
  });
  return `situation "Crowd"\n${actors.join('\n')}`;
}
