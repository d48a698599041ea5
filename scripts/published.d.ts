export function published(): { readonly name: string; readonly folder: string }[];
