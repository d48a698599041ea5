const SHAPE = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Why it is no date of the calendar, as "2018-04-27", "2018-04" or "2018"; null: it is one. */
export function wrongDate(date: string): string | null {
  const parts = SHAPE.exec(date);
  if (!parts) return `${date} is not a date`;
  const [, year, month, day] = parts;
  if (month === undefined) return null;
  const m = Number(month);
  if (m < 1 || m > 12) return `there is no month ${month}`;
  if (day === undefined) return null;
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = m === 2 && leap ? 29 : DAYS[m - 1];
  const d = Number(day);
  if (d >= 1 && d <= days) return null;
  return `there is no day ${day} in ${year}-${month}, which has ${days} days`;
}
