import { useLanguage } from './use-text';

/** The one place where numbers, sizes and dates become text. */
export interface Format {
  number(value: number): string;
  size(bytes: number): string;
  /** A moment: time of day today, else day and month, with the year when it is another. */
  moment(iso: string): string;
  /** A full date and time. */
  dateTime(iso: string): string;
  /** A moment's day, written in full. */
  day(iso: string): string;
  /** A moment's time of day. */
  time(iso: string): string;
  /** A date as records hold it: `2021`, `2021-06` or `2021-06-30`, in words. */
  date(partial: string): string;
}

export function useFormat(): Format {
  return formats[useLanguage()];
}

function formatOf(locale: string, thousands: string, months: readonly string[]): Format {
  const broken = numbers(locale);
  const size = numbers(locale, { maximumFractionDigits: 1 });
  const day = (date: Date): string => `${date.getDate()} ${months[date.getMonth()] ?? ''}`;
  const longDay = dates(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const dateParts = [
    dates(locale, { year: 'numeric', timeZone: 'UTC' }),
    dates(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    dates(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  ];
  const full = dates(locale, { dateStyle: 'long', timeStyle: 'short' });
  return {
    number: (value) => (Number.isSafeInteger(value) ? whole(value, thousands) : broken(value)),
    size: (bytes) => {
      const step = bytes < 1_000_000 ? { by: 1_000, unit: 'kB' } : { by: 1_000_000, unit: 'MB' };
      return bytes < 1_000 ? `${bytes} B` : `${size(bytes / step.by)} ${step.unit}`;
    },
    moment: (iso) => {
      const then = new Date(iso);
      const now = new Date();
      if (then.toDateString() === now.toDateString()) return timeOf(then);
      return then.getFullYear() === now.getFullYear() ? day(then) : `${day(then)} ${then.getFullYear()}`;
    },
    dateTime: (iso) => full(new Date(iso)),
    day: (iso) => longDay(new Date(iso)),
    time: (iso) => timeOf(new Date(iso)),
    date: (partial) => {
      const moment = new Date(partial);
      return Number.isNaN(moment.getTime()) ? partial : (dateParts[partial.split('-').length - 1]?.(moment) ?? partial);
    },
  };
}

// A formatter takes milliseconds to make, so each is made once, when it is used, and what the first screen shows is written without: whole numbers and moments.

/** As a formatter writes it, with a sign between the thousands. */
function whole(value: number, sign: string): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, sign);
}

function timeOf(date: Date): string {
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

function numbers(locale: string, options?: Intl.NumberFormatOptions): (value: number) => string {
  let format: Intl.NumberFormat | undefined;
  return (value) => (format ??= new Intl.NumberFormat(locale, options)).format(value);
}

function dates(locale: string, options: Intl.DateTimeFormatOptions): (value: Date) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (value) => (format ??= new Intl.DateTimeFormat(locale, options)).format(value);
}

const formats = {
  nl: formatOf('nl-NL', '.', 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ')),
  en: formatOf('en-GB', ',', 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ')),
};
