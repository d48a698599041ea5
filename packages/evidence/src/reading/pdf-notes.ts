/** Letters of notes are smaller than those of the text by this share. */
export const SMALL = 0.93;

/** How a note begins: "1 ", "[1]", "(1) ", "a The", "iv The", "* ". */
export const NOTE_MARK =
  /^(?:\[?\d{1,3}\]?\s|\[\d{1,3}\]|\(\d{1,3}\)\s|\d{1,3}\p{Lu}|[a-h]\s\p{Lu}|[ivx]{1,5}\s\p{Lu}|[*†‡§\u00B9\u00B2\u00B3\u2070-\u2079])/u;
