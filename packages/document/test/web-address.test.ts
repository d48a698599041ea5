import { describe, expect, it } from 'vitest';
import { contentHtml, isWebAddress } from '../src/index.js';

describe('addresses that may be links', () => {
  it.each(['https://a.example/x?y=1#z', 'HTTP://a.example', 'http://127.0.0.1:8080/'])(
    '%s',
    (address) => {
      expect(isWebAddress(address)).toBe(true);
      expect(contentHtml([{ inline: 'link', address }], new Set())).toContain('href=');
    },
  );

  it.each([
    '//evil.example',
    'vscode://file/x',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https:evil.example',
    'https:///evil.example',
    ' https://a.example',
    'https://a.example/ x',
    'https://a.example/"onclick="x',
    'https://a.example/\u202Egpj.exe',
    'java\nscript:alert(1)',
    '',
  ])('not %j', (address) => {
    expect(isWebAddress(address)).toBe(false);
    expect(contentHtml([{ inline: 'link', address }], new Set())).not.toContain('href=');
  });
});
