export const ORDERS: string;
