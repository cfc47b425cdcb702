import { useMemo } from 'react';
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
  const language = useLanguage();
  return useMemo(() => {
    const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
    const number = new Intl.NumberFormat(locale);
    const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
    const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
    const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
    const longDay = new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    const dateParts = [
      new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' }),
      new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    ];
    const full = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
    return {
      number: (value) => number.format(value),
      size: (bytes) => {
        const step = bytes < 1_000_000 ? { by: 1_000, unit: 'kB' } : { by: 1_000_000, unit: 'MB' };
        return bytes < 1_000 ? `${bytes} B` : `${size.format(bytes / step.by)} ${step.unit}`;
      },
      moment: (iso) => {
        const then = new Date(iso);
        const now = new Date();
        if (then.toDateString() === now.toDateString()) return time.format(then);
        return then.getFullYear() === now.getFullYear() ? day.format(then) : date.format(then);
      },
      dateTime: (iso) => full.format(new Date(iso)),
      day: (iso) => longDay.format(new Date(iso)),
      time: (iso) => time.format(new Date(iso)),
      date: (partial) => {
        const moment = new Date(partial);
        return Number.isNaN(moment.getTime())
          ? partial
          : (dateParts[partial.split('-').length - 1]?.format(moment) ?? partial);
      },
    };
  }, [language]);
}
