export const PASSWORD: string;
export function postgresHere(): string | null;
export function startPostgres(): {
  readonly url: string;
  readonly urlWithPassword: string;
  restart(): void;
  remove(): void;
};
