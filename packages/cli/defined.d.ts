export const defined: Readonly<Record<string, string>>;
