export function bundleCommand(): string;
