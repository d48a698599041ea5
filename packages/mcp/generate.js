// Makes src/generated/pages.ts of the guide (skills/standoff/SKILL.md, without its front matter) and of
// the language in one page (language-page.md), so that they are there wherever the code is.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const here = (name) => new URL(name, import.meta.url);
const guide = readFileSync(here('../../skills/standoff/SKILL.md'), 'utf8').replace(
  /^---\n[\s\S]*?\n---\n+/,
  '',
);
const language = readFileSync(here('language-page.md'), 'utf8');
mkdirSync(here('src/generated'), { recursive: true });
writeFileSync(
  here('src/generated/pages.ts'),
  `export const GUIDE = ${JSON.stringify(guide)};\nexport const LANGUAGE = ${JSON.stringify(language)};\n`,
);
