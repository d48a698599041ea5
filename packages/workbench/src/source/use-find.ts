import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Range } from './passage.js';

/**
 * Where words stand in a text, whatever the case, the space between them and the form of their quotation
 * marks and hyphens.
 */
export function placesOf(words: string, text: string): Range[] {
  // As it is in the text, whatever keyboard it comes from.
  const wanted = words.normalize('NFC').trim();
  if (wanted === '') return [];
  const pattern = wanted
    .replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')
    .replace(/…|\\\.\\\.\\\./gu, '(?:…|\\.{3})')
    .replace(/['‘’ʼ]/gu, "['‘’ʼ]")
    .replace(/["“”„«»]/gu, '["“”„«»]')
    .replace(/[-‐‑–—]/gu, '[-‐‑–—]')
    .replace(/\s+/gu, '\\s+');
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** What is looked for in a text, and which of the places is shown. */
export interface Finding {
  readonly places: readonly Range[];
  readonly at: number;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onWords: (words: string) => void;
  readonly onStep: (by: -1 | 1) => void;
}

/** @param onPlace a place is to be seen */
export function useFind(
  text: string,
  within: RefObject<HTMLElement | null>,
  onPlace: (place: Range) => void,
): Finding {
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const places = useMemo(() => placesOf(words, text), [words, text]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const here = within.current?.parentElement?.contains(document.activeElement) === true;
      if (!here || event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
      // The browser would find nothing but what is near.
      event.preventDefault();
      field.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [within]);
  return {
    places,
    at,
    field,
    onWords: (next) => {
      setWords(next);
      setAt(0);
      const [first] = placesOf(next, text);
      if (first !== undefined) onPlace(first);
    },
    onStep: (by) => {
      if (places.length === 0) return;
      const next = (at + by + places.length) % places.length;
      setAt(next);
      onPlace(places[next]);
    },
  };
}
